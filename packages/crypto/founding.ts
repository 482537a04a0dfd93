/**
 * A founding says that its author, having lost every key, begins a room anew with somebody who has as well. A room begins once each of
 * the two has signed one that names both of their new identities.
 *
 *   body     = [suite, log16, user16, iskHash32, otherIskHash32, at]        at: the signer's clock in ms, shown, never used for order
 *   founding = [body, sig64]        sig = Ed25519(ISK with iskHash32, "oakroom/founding/v1" 0 body)
 */
import { type Unreadable, bytes, decodeRecord, decodeSigned, encode, tuple, uint } from "./cbor.ts";
import { sign, verify } from "./curves.ts";
import { suite, tagged } from "./domain.ts";
import { iskHashOf } from "./bundle.ts";
import {
  type Bytes,
  type IskHash,
  type IskKey,
  type IskPublic,
  type LogId,
  type Signature,
  type UserId,
  equal,
  own,
} from "./values.ts";

/** What a founding says. */
export interface FoundingFields {
  readonly log: LogId;
  readonly user: UserId;
  /** The new identity of its author. */
  readonly iskHash: IskHash;
  /** The new identity of the other member, as its author compared it. */
  readonly otherIskHash: IskHash;
  readonly at: number;
}

/** A founding as read: its form is right, nothing is verified yet. */
export interface Founding extends FoundingFields {
  readonly signature: Signature;
  readonly body: Bytes;
  readonly bytes: Bytes;
}

/** Signs a founding. */
export async function makeFounding(isk: IskKey, fields: FoundingFields): Promise<Founding> {
  const { log, user, iskHash, otherIskHash, at } = fields;
  const body = encode([suite, log, user, iskHash, otherIskHash, at]);
  const founding = readFounding(encode([body, await sign(isk, tagged("founding", body))]));
  if (typeof founding === "string") throw new Error("a founding that would be refused");
  return founding;
}

const shape = tuple<[number, LogId, UserId, IskHash, IskHash, number]>(
  uint,
  bytes(16),
  bytes(16),
  bytes(32),
  bytes(32),
  uint,
);

/** Reads a founding's form. */
export function readFounding(record: Uint8Array): Founding | Unreadable {
  const signed = decodeSigned(record);
  if (typeof signed === "string") return signed;
  const [body, signature] = signed;
  const fields = decodeRecord(body, shape);
  if (typeof fields === "string") return fields;
  const [, log, user, iskHash, otherIskHash, at] = fields;
  return { log, user, iskHash, otherIskHash, at, signature: signature as Signature, body, bytes: own(record) };
}

/** True where the founding is signed by this identity, and names it as its author's. */
export async function verifyFounding(founding: Founding, isk: IskPublic): Promise<boolean> {
  if (!equal(founding.iskHash, iskHashOf(isk))) return false;
  return verify(isk, founding.signature, tagged("founding", founding.body));
}
