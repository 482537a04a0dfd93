/**
 * A change of somebody's own key records, signed, so that the server takes none from whoever merely holds a sign-in.
 *
 *   removal = [suite, user16, slot16]                       a slot that goes
 *   record  = a ring, a slot, or a removal                  each has its own form, so none stands for another
 *   change  = [record, sig64]       sig = Ed25519(ISK, "oakroom/keys-change/v1" 0 record)
 */
import { type Unreadable, bytes, decodeRecord, decodeSigned, encode, tuple, uint } from "./cbor.ts";
import { sign, verify } from "./curves.ts";
import { suite, tagged } from "./domain.ts";
import type { Bytes, IskKey, IskPublic, Signature, SlotId, UserId } from "./values.ts";

/** Signs a change; the identity key is there only while a secret is at hand. */
export async function signKeysChange(isk: IskKey, record: Bytes): Promise<Bytes> {
  return encode([record, await sign(isk, tagged("keysChange", record))]);
}

/** The record of a change that this identity has signed. */
export async function readKeysChange(
  change: Uint8Array,
  isk: IskPublic,
): Promise<Bytes | Unreadable | "bad-signature"> {
  const signed = decodeSigned(change);
  if (typeof signed === "string") return signed;
  const [record, signature] = signed;
  const holds = await verify(isk, signature as Signature, tagged("keysChange", record));
  return holds ? record : "bad-signature";
}

/** Says that a slot goes. */
export interface SlotRemoval {
  readonly user: UserId;
  readonly slot: SlotId;
}

/** The record of a removal. */
export function makeSlotRemoval({ user, slot }: SlotRemoval): Bytes {
  return encode([suite, user, slot]);
}

const shape = tuple<[number, UserId, SlotId]>(uint, bytes(16), bytes(16));

/** Reads a removal's form. */
export function readSlotRemoval(record: Uint8Array): SlotRemoval | Unreadable {
  const fields = decodeRecord(record, shape);
  if (typeof fields === "string") return fields;
  const [, user, slot] = fields;
  return { user, slot };
}
