/*
 * The one part of the host that this package uses: the Encoding Standard's decoder.
 * The compiler project has no DOM and no Node, so whatever is not declared here cannot be called.
 * The declaration is a subset of what lib.dom and @types/node say, so that the same sources compile with those.
 */

interface TextDecoder {
  decode(bytes?: Uint8Array<ArrayBuffer>): string;
}
declare var TextDecoder: { new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder };
