/**
 * Padding hides the length of a text: 0x80, then zeros, up to the smallest bucket that holds all (ISO/IEC 7816-4).
 *
 *   pad(x) = x || 0x80 || 0x00...          total length 64, 256, 1,024, 4,096 or 16,384 bytes
 */
import type { Bytes } from "./values.ts";

/** The lengths that a server may see. */
export const buckets = [64, 256, 1024, 4096, 16_384] as const;

const bucketOf = (length: number): number | undefined => buckets.find((bucket) => length < bucket);

/** Pads to the smallest bucket. Throws where even the largest is too small. */
export function pad(...parts: ReadonlyArray<Uint8Array>): Bytes {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bucket = bucketOf(length);
  if (bucket === undefined) throw new Error("too long for one item: send it in parts");
  const padded = new Uint8Array(bucket);
  let at = 0;
  for (const part of parts) {
    padded.set(part, at);
    at += part.length;
  }
  padded[at] = 0x80;
  return padded;
}

/** Takes the padding away; `undefined` where it is not exactly what `pad` writes. A view, not a copy. */
export function unpad(padded: Bytes): Bytes | undefined {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end -= 1;
  return padded[end] === 0x80 && bucketOf(end) === padded.length ? padded.subarray(0, end) : undefined;
}
