/**
 * The plaintext of an item is one of three contents, told apart by their first field.
 *
 *   event = [type, version, at, payload]      type: UTF-8 bytes, "feature.verb-past"; at: milliseconds since 1970 by the
 *                                             author's clock, shown, never used for order; payload: UTF-8 JSON
 *   part  = [0, chunk]                        a piece of a content too long for one item, at most 16,000 bytes
 *   whole = [1, [itemId16...], SHA-256("oakroom/parts/v1" 0 content)]       the last item: its parts in order
 */
import { type Value, bytes, decode, encode, list, tuple, uint } from "./cbor.ts";
import { type Bytes, type ItemId, textOf, utf8 } from "./values.ts";

/** An event of a feature. Its payload is the feature's to parse. */
export interface SealedEvent {
  /** 1 to 64 signs: a-z, hyphen, one dot. */
  readonly type: string;
  readonly version: number;
  readonly at: number;
  readonly payload: Bytes;
}

/** A content that was opened. */
export type Content =
  | { readonly type: "event"; readonly event: SealedEvent }
  | { readonly type: "part"; readonly chunk: Bytes }
  | { readonly type: "whole"; readonly parts: ReadonlyArray<ItemId>; readonly hash: Bytes };

const typeForm = /^(?=.{1,64}$)[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/u;
/** Above 900 parts of 16,000 bytes nothing is written or read. */
export const maxContentBytes = 14_400_000;

/** Writes an event. Throws where its type or a number is not of the form. */
export function encodeEvent({ type, version, at, payload }: SealedEvent): Bytes {
  const encoded = encode([utf8(type), version, at, payload]);
  if (decodeContent(encoded)?.type !== "event") throw new Error("an event that would be refused");
  return encoded;
}

/** Writes a part. */
export function encodePart(chunk: Uint8Array): Bytes {
  return encode([0, chunk]);
}

/** Writes the last item of a content in parts. */
export function encodeWhole(parts: ReadonlyArray<ItemId>, hash: Bytes): Bytes {
  return encode([1, parts, hash]);
}

const event = tuple<[Bytes, number, number, Bytes]>(bytes(), uint, uint, bytes());
const part = tuple<[number, Bytes]>(uint, bytes());
const whole = tuple<[number, ReadonlyArray<ItemId>, Bytes]>(uint, list(bytes<ItemId>(16), 900), bytes(32));

/** Reads an opened plaintext; `undefined` where it is no content of ours. */
export function decodeContent(plaintext: Uint8Array): Content | undefined {
  const value = decode(plaintext, maxContentBytes);
  if (!Array.isArray(value)) return undefined;
  const [first] = value as ReadonlyArray<Value>;
  if (first === 0) return asPart(value);
  return first === 1 ? asWhole(value) : asEvent(value);
}

function asPart(value: Value): Content | undefined {
  const fields = part(value);
  return fields && { type: "part", chunk: fields[1] };
}

function asWhole(value: Value): Content | undefined {
  const fields = whole(value);
  return fields && { type: "whole", parts: fields[1], hash: fields[2] };
}

function asEvent(value: Value): Content | undefined {
  const fields = event(value);
  const type = fields && textOf(fields[0]);
  if (fields === undefined || type === undefined || !typeForm.test(type)) return undefined;
  return { type: "event", event: { type, version: fields[1], at: fields[2], payload: fields[3] } };
}
