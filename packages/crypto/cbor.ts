/**
 * Deterministic CBOR (RFC 8949, 4.2.1), cut down to what the records need: unsigned integers up to 2^53-1, byte strings, arrays.
 *
 *   head    = major * 32 + n for n below 24; + 24, 25, 26 or 27, then n in 1, 2, 4 or 8 bytes, big-endian, for larger n
 *   integer = head of major 0 · bytes = head of major 2 with the length, then the bytes · array = head of major 4, then its fields
 *
 * A head is read only in its shortest form, so what is accepted has no second form.
 */
import { suite } from "./domain.ts";
import type { Bytes } from "./values.ts";

/** What a record may hold. */
export type Value = number | Uint8Array | ReadonlyArray<Value>;

/** Records above this are refused before they are looked at. Contents of many parts have a limit of their own. */
export const maxRecordBytes = 65_536;

/** No record has arrays in arrays deeper than this. */
const maxDepth = 16;

const major = { integer: 0, bytes: 2, array: 4 } as const;
const two32 = 0x1_0000_0000;

function headSize(n: number): number {
  if (n < 24) return 1;
  if (n < 0x100) return 2;
  if (n < 0x1_0000) return 3;
  return n < two32 ? 5 : 9;
}

function sizeOf(value: Value): number {
  if (typeof value === "number") return headSize(value);
  if (value instanceof Uint8Array) return headSize(value.length) + value.length;
  return value.reduce<number>((sum, one) => sum + sizeOf(one), headSize(value.length));
}

/** Writes a value in its one form. Throws for a number that is no unsigned integer up to 2^53-1. */
export function encode(value: Value): Bytes {
  const out = new Uint8Array(sizeOf(value));
  write(out, 0, value);
  return out;
}

function write(out: Bytes, start: number, value: Value): number {
  if (typeof value === "number") return writeHead(out, start, major.integer, value);
  if (value instanceof Uint8Array) {
    const at = writeHead(out, start, major.bytes, value.length);
    out.set(value, at);
    return at + value.length;
  }
  let at = writeHead(out, start, major.array, value.length);
  for (const one of value) at = write(out, at, one);
  return at;
}

function writeHead(out: Bytes, at: number, kind: number, n: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new Error("a number that no record holds");
  const size = headSize(n);
  out[at] = kind * 32 + (size === 1 ? n : 23 + Math.ceil(Math.log2(size)));
  let rest = n;
  for (let byte = at + size - 1; byte > at; byte -= 1) {
    out[byte] = rest % 0x100;
    rest = Math.floor(rest / 0x100);
  }
  return at + size;
}

/** Reads one value; `undefined` where the bytes are not the one form of an allowed value, or more than `maxBytes`. */
export function decode(bytes: Uint8Array, maxBytes = maxRecordBytes): Value | undefined {
  if (bytes.length > maxBytes) return undefined;
  const reader = new Reader(bytes);
  const value = reader.read(0);
  return reader.at === bytes.length ? value : undefined;
}

class Reader {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(depth: number): Value | undefined {
    const kind = (this.#bytes[this.at] ?? 0xff) >> 5;
    const n = this.#head();
    if (n === undefined) return undefined;
    if (kind === major.integer) return n;
    // What is longer than the rest is refused before room is made for it.
    if (n > this.#bytes.length - this.at) return undefined;
    if (kind === major.bytes) {
      this.at += n;
      // A copy of its own: what is given may be a piece of somebody's pool.
      return new Uint8Array(this.#bytes.subarray(this.at - n, this.at));
    }
    return kind === major.array && depth < maxDepth ? this.#list(n, depth + 1) : undefined;
  }

  #list(length: number, depth: number): Value | undefined {
    const list: Value[] = [];
    for (let field = 0; field < length; field += 1) {
      const value = this.read(depth);
      if (value === undefined) return undefined;
      list.push(value);
    }
    return list;
  }

  /** The number of a head; `undefined` where it is cut off, too large, or not in its shortest form. */
  #head(): number | undefined {
    const first = (this.#bytes[this.at] ?? 0xff) & 31;
    if (first > 27) return undefined;
    const width = first < 24 ? 0 : 2 ** (first - 24);
    const end = this.at + 1 + width;
    if (end > this.#bytes.length) return undefined;
    let n = width === 0 ? first : 0;
    for (let byte = this.at + 1; byte < end; byte += 1) n = n * 0x100 + (this.#bytes[byte] ?? 0);
    this.at = end;
    return n <= Number.MAX_SAFE_INTEGER && headSize(n) === 1 + width ? n : undefined;
  }
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
