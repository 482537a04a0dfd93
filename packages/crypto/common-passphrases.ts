/**
 * What many people choose, as a set that can be asked but not read: no word of it stands in the program.
 *
 *   the first 32 bits of SHA-256(UTF-8 of the text in lower case, as `normalPassphrase` writes it), big endian,
 *   ascending, one after another, as base64url without padding
 *
 * Whole passphrases of 15 signs and more, and the commonest shorter ones, of which longer ones are made. A text that is not in
 * the list is taken for one that is once in 250,000 times. `tools/common-passphrases.ts` writes the set.
 */
import { plainDigest } from "./domain.ts";
import { fromBase64url, utf8 } from "./values.ts";

/** Tells whether a text, in lower case, is among the common ones. */
export type IsCommon = (text: string) => boolean;

const entryBytes = 4;

/** The number under which a text stands in the set. */
export function commonNumber(text: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = plainDigest(utf8(text));
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

/** Reads a set. */
export function readCommon(encoded: string): IsCommon {
  const bytes = fromBase64url(encoded);
  const view = new DataView(bytes.buffer);
  const count = Math.floor(bytes.length / entryBytes);
  return (text) => {
    const wanted = commonNumber(text);
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (view.getUint32(middle * entryBytes) < wanted) low = middle + 1;
      else high = middle;
    }
    return low < count && view.getUint32(low * entryBytes) === wanted;
  };
}

/** The set that this program brings, loaded when first asked for. Throws where it cannot be had. */
export async function commonPassphrases(): Promise<IsCommon> {
  const { encoded } = await import("./common-passphrases.generated.ts");
  return readCommon(encoded);
}
