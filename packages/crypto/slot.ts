/**
 * An unlock slot keeps the account master key (AMK) under one way of unlocking.
 *
 *   slot = [suite, user16, slot16, type, params, salt16, wrappedAMK60]
 *   type   1 passphrase: params = [memoryKiB, passes, lanes], secret = Argon2id v1.3 (RFC 9106) of the passphrase, 32 bytes
 *          2 recovery code: params = [], secret = the 20 bytes of the code
 *          3 passkey: params = [], secret = the 32 bytes that its PRF extension gives (WebAuthn Level 3, 10.1.4)
 *   KEK        = HKDF-SHA256(secret, salt: salt16, info: "oakroom/slot-key/v1" 0 AAD), 32 bytes
 *   wrappedAMK = iv12 || AES-256-GCM(KEK, iv12, AMK32, AAD)         AAD = [suite, user16, slot16, type, params, salt16]
 */
import { aesOpen, aesSeal, deriveAes, importHkdf, sealOverhead } from "./aead.ts";
import { argon2id } from "./argon2.ts";
import { type Unreadable, bytes, decodeRecord, encode, list, tuple, uint } from "./cbor.ts";
import { suite, tagged } from "./domain.ts";
import { normalPassphrase } from "./passphrase.ts";
import type { RecoverySecret } from "./recovery.ts";
import {
  type Amk,
  type Branded,
  type Bytes,
  type HostKey,
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

const types = { passphrase: 1, recovery: 2, passkey: 3 } as const;

interface SlotRecord extends SlotFacts {
  readonly params: ReadonlyArray<number>;
  readonly salt: Bytes;
  readonly wrapped: Bytes;
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

/** Writes a slot for this AMK. */
export async function makeSlot(amk: Amk, user: UserId, slot: SlotId, secret: SlotSecret): Promise<Bytes> {
  const { memoryKiB, passes, lanes } = kdfFloor;
  const params = secret.type === "passphrase" ? [memoryKiB, passes, lanes] : [];
  const facts = { user, slot, type: secret.type, params, salt: random(16) };
  const wrapped = await aesSeal(await slotKey(facts, secret), amk, additionalData(facts));
  return encode([...openFields(facts), wrapped]);
}

type OpenFields = Omit<SlotRecord, "wrapped">;

function openFields({ user, slot, type, params, salt }: OpenFields) {
  return [suite, user, slot, types[type], params, salt];
}

function additionalData(facts: OpenFields): Bytes {
  return encode(openFields(facts));
}

async function slotKey(facts: OpenFields, secret: SlotSecret): Promise<HostKey> {
  const stretched = await stretch(facts, secret);
  const base = await importHkdf(stretched);
  wipe(stretched);
  return deriveAes(base, tagged("slotKey", additionalData(facts)), facts.salt);
}

async function stretch({ params, salt }: OpenFields, secret: SlotSecret): Promise<Bytes> {
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

const shape = tuple<[number, UserId, SlotId, number, ReadonlyArray<number>, Bytes, Bytes]>(
  uint,
  bytes(16),
  bytes(16),
  uint,
  list(uint, 8),
  bytes(16),
  bytes(32 + sealOverhead),
);

function decodeSlot(record: Uint8Array): SlotRecord | SlotUnreadable {
  const fields = decodeRecord(record, shape);
  if (typeof fields === "string") return fields;
  const [, user, slot, number, params, salt, wrapped] = fields;
  const type = typeOf(number);
  if (type === undefined) return "unknown-type";
  const refused = type === "passphrase" ? refuseKdf(params) : params.length > 0 ? "malformed" : undefined;
  return refused ?? { user, slot, type, params, salt, wrapped };
}

function typeOf(number: number): SlotType | undefined {
  if (number === types.passphrase) return "passphrase";
  if (number === types.recovery) return "recovery";
  return number === types.passkey ? "passkey" : undefined;
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

/** Opens a slot of this user, lends the AMK, and zeroes it when `use` has ended. */
export async function openSlot<T>(
  record: Uint8Array,
  user: UserId,
  secret: SlotSecret,
  use: (amk: Amk) => Promise<T>,
): Promise<{ readonly value: T } | SlotRefusal> {
  const slot = decodeSlot(record);
  if (typeof slot === "string") return slot;
  if (!equal(slot.user, user)) return "other-user";
  if (slot.type !== secret.type) return "other-type";
  const amk = await aesOpen(await slotKey(slot, secret), slot.wrapped, additionalData(slot));
  if (amk === undefined) return "wrong-secret";
  try {
    return { value: await use(amk as Amk) };
  } finally {
    wipe(amk);
  }
}
