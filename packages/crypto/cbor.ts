/**
 * Deterministic CBOR (RFC 8949, 4.2.1), cut down to what the records need: unsigned integers up to 2^53-1, byte strings, arrays.
 * What is accepted re-encodes to the very same bytes, so no record has a second form.
 */
import { decode as cborgDecode, encode as cborgEncode } from "cborg";
import { suite } from "./domain.ts";
import { type Bytes, equal, own } from "./values.ts";

/** What a record may hold. */
export type Value = number | Uint8Array | ReadonlyArray<Value>;

/** Records above this are refused before they are looked at. Contents of many parts have a limit of their own. */
export const maxRecordBytes = 65_536;

const strict = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  allowBigInt: false,
  rejectDuplicateMapKeys: true,
};

/** Writes a value in its one form. */
export function encode(value: Value): Bytes {
  return own(cborgEncode(value));
}

/** Reads one value; `undefined` where the bytes are not the one form of an allowed value, or more than `maxBytes`. */
export function decode(bytes: Uint8Array, maxBytes = maxRecordBytes): Value | undefined {
  if (bytes.length > maxBytes) return undefined;
  try {
    const value: unknown = cborgDecode(bytes, strict);
    return isValue(value) && equal(cborgEncode(value), bytes) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isValue(value: unknown): value is Value {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0;
  return value instanceof Uint8Array || (Array.isArray(value) && value.every(isValue));
}

/** Reads one field; `undefined` where the field has another shape. */
export type Read<T> = (value: Value | undefined) => T | undefined;

/** An unsigned integer. */
export const uint: Read<number> = (value) => (typeof value === "number" ? value : undefined);

/** A number that counts from one: versions, epochs, places in a chain. */
export const positive: Read<number> = (value) => (typeof value === "number" && value > 0 ? value : undefined);

/** An unsigned integer of a closed list, as its name. Index 0 stands for 0; `undefined` in the list for "no such number". */
export const oneOf =
  <Name extends string>(...names: ReadonlyArray<Name | undefined>): Read<Name> =>
  (value) =>
    typeof value === "number" ? names[value] : undefined;

/** A byte string of exactly this length, or of any. */
export const bytes =
  <T extends Bytes>(length?: number): Read<T> =>
  (value) =>
    value instanceof Uint8Array && (length === undefined || value.length === length) ? (value as T) : undefined;

/** An array of equal fields. */
export const list =
  <T>(read: Read<T>, max = Number.POSITIVE_INFINITY): Read<ReadonlyArray<T>> =>
  (value) => {
    if (!Array.isArray(value) || value.length > max) return undefined;
    const fields = (value as ReadonlyArray<Value>).map(read);
    return fields.includes(undefined) ? undefined : (fields as T[]);
  };

/** An array of exactly these fields. */
export const tuple =
  <T extends ReadonlyArray<unknown>>(...reads: { readonly [At in keyof T]: Read<T[At]> }): Read<T> =>
  (value) => {
    if (!Array.isArray(value) || value.length !== reads.length) return undefined;
    const fields = reads.map((read, at) => read(value[at] as Value));
    return fields.includes(undefined) ? undefined : (fields as unknown as T);
  };

/** Why bytes are no record of ours. */
export type Unreadable = "malformed" | "unknown-suite";

/** Decodes a record whose first field is the suite. */
export function decodeRecord<T>(record: Uint8Array, read: Read<T>): T | Unreadable {
  const value = decode(record);
  if (!Array.isArray(value)) return "malformed";
  if (typeof value[0] === "number" && value[0] !== suite) return "unknown-suite";
  return read(value) ?? "malformed";
}

const signed = tuple<[Bytes, Bytes]>(bytes(), bytes(64));

/** Splits `[body, sig]`, the outer form of every signed record but the item. */
export function decodeSigned(record: Uint8Array): readonly [body: Bytes, signature: Bytes] | "malformed" {
  return signed(decode(record)) ?? "malformed";
}
