/**
 * An unlock slot keeps the account master key (AMK) under one way of unlocking.
 *
 *   place = [suite, user16, slot16, type, params, salt16]
 *   type   1 passphrase: params = [memoryKiB, passes, lanes], secret = Argon2id v1.3 (RFC 9106) of the passphrase, 32 bytes
 *          2 recovery code: params = [], secret = the 20 bytes of the code
 *          3 passkey: params = [], secret = the 32 bytes that its PRF extension gives (WebAuthn Level 3, 10.1.4)
 *
 *   slot = [suite, user16, slot16, type, params, salt16, enc32, sealed48]
 *   enc, sealed = HPKE PSK mode (hpke.ts), one message, to KEM: psk_id = slot16, plaintext = AMK32, aad empty,
 *                 info = ["oakroom/slot-seal/v1", place]
 *   KEM    = X25519 key of HKDF-SHA256(secret, salt: salt16, info: "oakroom/slot-kem/v1" 0 place), 32 bytes
 *   psk    = HKDF-SHA256(secret, salt: salt16, info: "oakroom/slot-psk/v1" 0 place), 32 bytes
 *
 * The public half of KEM and psk are the slot's door (door.ts): with them a new AMK is sealed for a way whose secret is not at hand,
 * and nobody who lacks psk seals one.
 *
 * Slots of before doors were are read for good:
 *   former = [suite, user16, slot16, type, params, salt16, wrappedAMK60]
 *   wrappedAMK = iv12 || AES-256-GCM(KEK, iv12, AMK32, place)      KEK = HKDF-SHA256(secret, salt: salt16, info: "oakroom/slot-key/v1" 0 place)
 */
import { aesOpen, deriveAes, hkdf, importHkdf, sealOverhead } from "./aead.ts";
import { argon2id } from "./argon2.ts";
import { type Unreadable, bytes, decodeRecord, encode, list, tuple, uint } from "./cbor.ts";
import { type Iek, importIek } from "./curves.ts";
import { domains, suite, tagged } from "./domain.ts";
import { hpkeOpen, hpkeSeal } from "./hpke.ts";
import { normalPassphrase } from "./passphrase-form.ts";
import type { RecoverySecret } from "./recovery.ts";
import {
  type Amk,
  type Branded,
  type Bytes,
  type HostKey,
  type IekPublic,
  type SlotId,
  type UserId,
  equal,
  random,
  utf8,
  wipe,
} from "./values.ts";

/** How a slot is opened. */
export type SlotType = "passphrase" | "recovery" | "passkey";

/** What opens a slot. */
export type SlotSecret =
  | { readonly type: "passphrase"; readonly passphrase: string }
  | { readonly type: "recovery"; readonly code: RecoverySecret }
  | { readonly type: "passkey"; readonly prf: PasskeySecret };

/** The 32 bytes that a passkey gives for our input, and for nobody else's. The holder wipes them. */
export type PasskeySecret = Branded<Bytes, "PasskeySecret">;

/** Takes what a passkey gave; `undefined` where it is not 32 bytes. A copy, which the holder wipes. */
export function readPasskeySecret(given: Uint8Array): PasskeySecret | undefined {
  return given.length === 32 ? (new Uint8Array(given) as PasskeySecret) : undefined;
}

/** What a slot says in the open. */
export interface SlotFacts {
  readonly user: UserId;
  readonly slot: SlotId;
  readonly type: SlotType;
}

/** Why bytes are no slot that this code opens. `kdf-below-floor`: the record asks for a weaker derivation than is compiled in. */
export type SlotUnreadable = Unreadable | "unknown-type" | "kdf-below-floor" | "kdf-above-ceiling";

/** Why a slot stays shut. `wrong-secret` is also what any change of its bytes looks like. */
export type SlotRefusal = SlotUnreadable | "other-user" | "other-type" | "wrong-secret";

/** The compiled floor of Argon2id. No record, server or option goes below it. */
export const kdfFloor = { memoryKiB: 65_536, passes: 3, lanes: 1 } as const;

/** What a record may ask of a device at most, so that a server cannot stall it: 1 GiB, 16 passes. */
export const kdfCeiling = { memoryKiB: 1_048_576, passes: 16, lanes: 4 } as const;

/** The numbers of the types. */
export const slotTypes = { passphrase: 1, recovery: 2, passkey: 3 } as const;

/** What stands in the open of a slot, and what everything in it is bound to. */
export interface SlotPlace extends SlotFacts {
  readonly params: ReadonlyArray<number>;
  readonly salt: Bytes;
}

/** What seals a new master key for a way of unlocking while its secret is not at hand. It opens nothing. */
export interface DoorKey {
  readonly kem: IekPublic;
  readonly psk: Bytes;
}

/** The outside of a slot: where it stands, and what seals for it. */
export interface SlotDoor extends Omit<SlotPlace, "user"> {
  /** Missing for a slot of before doors were, until its secret is at hand. */
  readonly key: DoorKey | undefined;
}

/** A door that can be sealed for. */
export type OpenDoor = SlotDoor & { readonly key: DoorKey };

/** True for a door that can be sealed for. */
export function isOpenDoor(door: SlotDoor): door is OpenDoor {
  return door.key !== undefined;
}

interface SlotRecord extends SlotPlace {
  readonly held: { readonly enc: Bytes; readonly sealed: Bytes } | { readonly wrapped: Bytes };
}

/** Makes a new AMK, lends it, and zeroes it when `use` has ended. */
export async function newAmk<T>(use: (amk: Amk) => Promise<T>): Promise<T> {
  const amk = random(32) as Amk;
  try {
    return await use(amk);
  } finally {
    wipe(amk);
  }
}

/** Makes the door of a new slot. The holder wipes its psk. */
export async function makeDoor(user: UserId, slot: SlotId, secret: SlotSecret): Promise<OpenDoor> {
  const { memoryKiB, passes, lanes } = kdfFloor;
  const params = secret.type === "passphrase" ? [memoryKiB, passes, lanes] : [];
  const place = { user, slot, type: secret.type, params, salt: random(16) };
  return doorOf(place, await keysOf(place, await baseOf(place, secret)));
}

/** Seals this AMK for a door. */
export async function sealSlot(amk: Amk, user: UserId, door: OpenDoor): Promise<Bytes> {
  const place = { ...door, user };
  const { kem, psk } = door.key;
  const { enc, sealed } = await hpkeSeal(kem, infoOf(place), amk, { id: door.slot, key: psk });
  return encode([...openFields(place), enc, sealed]);
}

function openFields({ user, slot, type, params, salt }: SlotPlace) {
  return [suite, user, slot, slotTypes[type], params, salt];
}

function encodedPlace(place: SlotPlace): Bytes {
  return encode(openFields(place));
}

function infoOf(place: SlotPlace): Bytes {
  return encode([utf8(domains.slotSeal), encodedPlace(place)]);
}

async function baseOf(place: SlotPlace, secret: SlotSecret): Promise<HostKey> {
  const stretched = await stretch(place, secret);
  const base = await importHkdf(stretched);
  wipe(stretched);
  return base;
}

interface SlotKeys {
  readonly kem: Iek;
  readonly psk: Bytes;
}

async function keysOf(place: SlotPlace, base: HostKey): Promise<SlotKeys> {
  const bound = encodedPlace(place);
  const secret = await hkdf(base, tagged("slotKem", bound), place.salt, 32);
  const kem = await importIek(0, secret);
  wipe(secret);
  return { kem, psk: await hkdf(base, tagged("slotPsk", bound), place.salt, 32) };
}

function doorOf({ slot, type, params, salt }: SlotPlace, { kem, psk }: SlotKeys): OpenDoor {
  return { slot, type, params, salt, key: { kem: kem.iekPublic, psk } };
}

async function stretch({ params, salt }: SlotPlace, secret: SlotSecret): Promise<Bytes> {
  if (secret.type === "recovery") return secret.code.slice();
  if (secret.type === "passkey") return secret.prf.slice();
  return stretchPassphrase(secret.passphrase, salt, params);
}

/** 32 secret bytes from a passphrase, as `params` ask; whoever calls has refused others than `refuseKdf` lets through. */
export async function stretchPassphrase(
  passphrase: string,
  salt: Bytes,
  [memoryKiB = 0, passes = 0, lanes = 0]: ReadonlyArray<number>,
): Promise<Bytes> {
  const password = utf8(normalPassphrase(passphrase));
  const stretched = await argon2id(password, salt, { memoryKiB, passes, lanes });
  wipe(password);
  return stretched;
}

type Front = [number, UserId, SlotId, number, ReadonlyArray<number>, Bytes];
const front = [uint, bytes<UserId>(16), bytes<SlotId>(16), uint, list(uint, 8), bytes<Bytes>(16)] as const;
const shape = tuple<[...Front, Bytes, Bytes]>(...front, bytes(32), bytes(48));
const formerShape = tuple<[...Front, Bytes]>(...front, bytes(32 + sealOverhead));

function decodeSlot(record: Uint8Array): SlotRecord | SlotUnreadable {
  const now = decodeRecord(record, shape);
  const fields = typeof now === "string" ? decodeRecord(record, formerShape) : now;
  if (typeof fields === "string") return fields;
  const [, user, slot, number, params, salt, enc, sealed] = fields;
  const type = slotTypeOf(number);
  if (type === undefined) return "unknown-type";
  const refused = refuseParams(type, params);
  const held = sealed === undefined ? { wrapped: enc } : { enc, sealed };
  return refused ?? { user, slot, type, params, salt, held };
}

/** Why a slot of this type does not have these parameters. */
export function refuseParams(
  type: SlotType,
  params: ReadonlyArray<number>,
): "malformed" | "kdf-below-floor" | "kdf-above-ceiling" | undefined {
  if (type === "passphrase") return refuseKdf(params);
  return params.length > 0 ? "malformed" : undefined;
}

/** The type with this number. */
export function slotTypeOf(number: number): SlotType | undefined {
  if (number === slotTypes.passphrase) return "passphrase";
  if (number === slotTypes.recovery) return "recovery";
  return number === slotTypes.passkey ? "passkey" : undefined;
}

/** Why a record's Argon2id parameters are not taken. */
export function refuseKdf(
  params: ReadonlyArray<number>,
): "malformed" | "kdf-below-floor" | "kdf-above-ceiling" | undefined {
  const [memoryKiB, passes, lanes] = params;
  if (memoryKiB === undefined || passes === undefined || lanes === undefined || params.length > 3) return "malformed";
  const below = memoryKiB < kdfFloor.memoryKiB || passes < kdfFloor.passes || lanes < kdfFloor.lanes;
  if (below) return "kdf-below-floor";
  const above = memoryKiB > kdfCeiling.memoryKiB || passes > kdfCeiling.passes || lanes > kdfCeiling.lanes;
  return above ? "kdf-above-ceiling" : undefined;
}

/** Reads what a slot says in the open, without opening it. */
export function readSlot(record: Uint8Array): SlotFacts | SlotUnreadable {
  const slot = decodeSlot(record);
  return typeof slot === "string" ? slot : { user: slot.user, slot: slot.slot, type: slot.type };
}

/** The door of a slot whose secret is not at hand. */
export function shutDoor(record: Uint8Array): SlotDoor | undefined {
  const slot = decodeSlot(record);
  if (typeof slot === "string") return undefined;
  return { slot: slot.slot, type: slot.type, params: slot.params, salt: slot.salt, key: undefined };
}

/** Opens a slot of this user, lends the AMK and the slot's door, and zeroes both when `use` has ended. */
export async function openSlot<T>(
  record: Uint8Array,
  user: UserId,
  secret: SlotSecret,
  use: (amk: Amk, door: OpenDoor) => Promise<T>,
): Promise<{ readonly value: T } | SlotRefusal> {
  const slot = decodeSlot(record);
  if (typeof slot === "string") return slot;
  if (!equal(slot.user, user)) return "other-user";
  if (slot.type !== secret.type) return "other-type";
  const base = await baseOf(slot, secret);
  const keys = await keysOf(slot, base);
  const amk = await openHeld(slot, base, keys);
  if (amk === undefined) return "wrong-secret";
  try {
    return { value: await use(amk as Amk, doorOf(slot, keys)) };
  } finally {
    wipe(amk, keys.psk);
  }
}

async function openHeld(slot: SlotRecord, base: HostKey, { kem, psk }: SlotKeys): Promise<Bytes | undefined> {
  if ("enc" in slot.held) return hpkeOpen(kem, infoOf(slot), slot.held, { id: slot.slot, key: psk });
  const bound = encodedPlace(slot);
  return aesOpen(await deriveAes(base, tagged("slotKey", bound), slot.salt), slot.held.wrapped, bound);
}
