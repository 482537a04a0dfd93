/**
 * An erasure says whether a member wants the whole of a room erased. Of several by one person the highest version counts; once
 * the newest of both say yes, every wrap of every epoch goes, and with them whatever was sealed.
 *
 *   body    = [suite, log16, user16, version, yes 0|1, at]       at: the signer's clock in ms, shown, never used for order
 *   erasure = [body, sig64]         sig = Ed25519(ISK, "oakroom/erasure/v1" 0 body)
 */
import { type Unreadable, bytes, decodeRecord, decodeSigned, encode, oneOf, positive, tuple, uint } from "./cbor.ts";
import { sign, verify } from "./curves.ts";
import { suite, tagged } from "./domain.ts";
import { type Bytes, type IskKey, type IskPublic, type LogId, type Signature, type UserId, own } from "./values.ts";

/** What an erasure says. */
export interface ErasureFields {
  readonly log: LogId;
  readonly user: UserId;
  /** Counts from one, for each member. */
  readonly version: number;
  /** False where the member took an earlier yes back. */
  readonly yes: boolean;
  readonly at: number;
}

/** An erasure as read: its form is right, nothing is verified yet. */
export interface Erasure extends ErasureFields {
  readonly signature: Signature;
  readonly body: Bytes;
  readonly bytes: Bytes;
}

/** Signs an erasure. */
export async function makeErasure(isk: IskKey, fields: ErasureFields): Promise<Erasure> {
  const { log, user, version, yes, at } = fields;
  const body = encode([suite, log, user, version, yes ? 1 : 0, at]);
  const erasure = readErasure(encode([body, await sign(isk, tagged("erasure", body))]));
  if (typeof erasure === "string") throw new Error("an erasure that would be refused");
  return erasure;
}

const shape = tuple<[number, LogId, UserId, number, "no" | "yes", number]>(
  uint,
  bytes(16),
  bytes(16),
  positive,
  oneOf("no", "yes"),
  uint,
);

/** Reads an erasure's form. */
export function readErasure(record: Uint8Array): Erasure | Unreadable {
  const signed = decodeSigned(record);
  if (typeof signed === "string") return signed;
  const [body, signature] = signed;
  const fields = decodeRecord(body, shape);
  if (typeof fields === "string") return fields;
  const [, log, user, version, yes, at] = fields;
  return { log, user, version, yes: yes === "yes", at, signature: signature as Signature, body, bytes: own(record) };
}

/** True where the erasure is signed by this identity. */
export function verifyErasure(erasure: Erasure, isk: IskPublic): Promise<boolean> {
  return verify(isk, erasure.signature, tagged("erasure", erasure.body));
}
