/**
 * A change of somebody's own key records, signed, so that the server takes none from whoever merely holds a sign-in.
 *
 *   removal = [suite, user16, slot16]                       a slot that goes
 *   renewal = [suite, user16, ring, [slot...]]              the next ring, with all slots there are from then on: taken whole, or not at all
 *   passkey = [suite, user16, slot16, credential]           a passkey that may sign in; its slot, where it has one, has its id
 *   disowned = [suite, user16, iskHash32]                   an identity under one's id that is not one's own: signed by the one before it
 *   address  = [suite, user16, change16, use, address]      use 1 the address of the account, 2 a private one, 3 a private one that goes; UTF-8
 *   record  = a ring, a slot, a removal, a renewal, a passkey, a disowning or an address        each has its own form, so none stands for another
 *   change  = [record, sig64]       sig = Ed25519(ISK, "oakroom/keys-change/v1" 0 record)
 */
import { type Unreadable, bytes, decodeRecord, decodeSigned, encode, list, tuple, uint } from "./cbor.ts";
import { sign, verify } from "./curves.ts";
import { suite, tagged } from "./domain.ts";
import type { Bytes, IskHash, IskKey, IskPublic, Signature, SlotId, UserId } from "./values.ts";

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

/** Says that a slot goes, and the passkey with its id. */
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

/** The next ring, with every slot that there is from then on. */
export interface Renewal {
  readonly user: UserId;
  readonly ring: Bytes;
  readonly slots: ReadonlyArray<Bytes>;
}

/** The record of a renewal. */
export function makeRenewal({ user, ring, slots }: Renewal): Bytes {
  return encode([suite, user, ring, slots]);
}

const renewalShape = tuple<[number, UserId, Bytes, ReadonlyArray<Bytes>]>(uint, bytes(16), bytes(), list(bytes(), 64));

/** Reads the form of a renewal. */
export function readRenewal(record: Uint8Array): Renewal | Unreadable {
  const fields = decodeRecord(record, renewalShape);
  if (typeof fields === "string") return fields;
  const [, user, ring, slots] = fields;
  return { user, ring, slots };
}

/** Says that a passkey of this credential may sign in as its owner. */
export interface PasskeyRecord {
  readonly user: UserId;
  readonly slot: SlotId;
  /** The credential's id, as its authenticator made it. */
  readonly credential: Bytes;
}

/** The record of a passkey. */
export function makePasskeyRecord({ user, slot, credential }: PasskeyRecord): Bytes {
  return encode([suite, user, slot, credential]);
}

const passkeyShape = tuple<[number, UserId, SlotId, Bytes]>(uint, bytes(16), bytes(16), bytes());

/** Reads the form of a passkey's record. */
export function readPasskeyRecord(record: Uint8Array): PasskeyRecord | Unreadable {
  const fields = decodeRecord(record, passkeyShape);
  if (typeof fields === "string") return fields;
  const [, user, slot, credential] = fields;
  return { user, slot, credential };
}

/** Says that the identity with this hash is not the user's: somebody else began anew in their name. */
export interface Disowning {
  readonly user: UserId;
  readonly iskHash: IskHash;
}

/** The record of a disowning. */
export function makeDisowning({ user, iskHash }: Disowning): Bytes {
  return encode([suite, user, iskHash]);
}

const disownedShape = tuple<[number, UserId, IskHash]>(uint, bytes(16), bytes(32));

/** Reads the form of a disowning. */
export function readDisowning(record: Uint8Array): Disowning | Unreadable {
  const fields = decodeRecord(record, disownedShape);
  if (typeof fields === "string") return fields;
  const [, user, iskHash] = fields;
  return { user, iskHash };
}

/** What becomes of an address; "no-account": the account goes, with every address of it. */
export type AddressUse = "work" | "private" | "no-private" | "no-account";
const uses: ReadonlyArray<AddressUse> = ["work", "private", "no-private", "no-account"];

/** Says that the user wants this address in this place, in the change with this id, which happens once. */
export interface AddressRecord {
  readonly user: UserId;
  readonly change: Bytes;
  readonly use: AddressUse;
  /** UTF-8. */
  readonly address: Bytes;
}

/** The record of an address. */
export function makeAddressRecord({ user, change, use, address }: AddressRecord): Bytes {
  return encode([suite, user, change, uses.indexOf(use) + 1, address]);
}

const addressShape = tuple<[number, UserId, Bytes, number, Bytes]>(uint, bytes(16), bytes(16), uint, bytes());

/** Reads the form of an address's record. */
export function readAddressRecord(record: Uint8Array): AddressRecord | Unreadable {
  const fields = decodeRecord(record, addressShape);
  if (typeof fields === "string") return fields;
  const [, user, change, number, address] = fields;
  const use = uses[number - 1];
  return use === undefined ? "malformed" : { user, change, use, address };
}
