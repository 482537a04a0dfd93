/**
 * An unlock slot keeps the account master key (AMK) under one way of unlocking.
 *
 *   slot = [suite, user16, slot16, type, params, salt16, wrappedAMK60]
 *   type   1 passphrase: params = [memoryKiB, passes, lanes], secret = Argon2id v1.3 (RFC 9106) of the passphrase, 32 bytes
 *          2 recovery code: params = [], secret = the 20 bytes of the code
 *          3 passkey: reserved; refused as "unknown-type"
 *   KEK        = HKDF-SHA256(secret, salt: salt16, info: "oakroom/slot-key/v1" 0 AAD), 32 bytes
 *   wrappedAMK = iv12 || AES-256-GCM(KEK, iv12, AMK32, AAD)         AAD = [suite, user16, slot16, type, params, salt16]
 */
import type { Unreadable } from "./cbor.ts";
import type { RecoverySecret } from "./recovery.ts";
import type { Amk, Bytes, SlotId, UserId } from "./values.ts";

/** How a slot is opened. */
export type SlotType = "passphrase" | "recovery";

/** What opens a slot. */
export type SlotSecret =
  | { readonly type: "passphrase"; readonly passphrase: string }
  | { readonly type: "recovery"; readonly code: RecoverySecret };

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

/** Makes a new AMK, lends it, and zeroes it when `use` has ended. */
export async function newAmk<T>(use: (amk: Amk) => Promise<T>): Promise<T> {
  throw new Error(`unbuilt ${typeof use}`);
}

/** Writes a slot for this AMK. */
export async function makeSlot(amk: Amk, user: UserId, slot: SlotId, secret: SlotSecret): Promise<Bytes> {
  throw new Error(`unbuilt ${amk.length} ${user.length} ${slot.length} ${secret.type}`);
}

/** Reads what a slot says in the open, without opening it. */
export function readSlot(bytes: Uint8Array): SlotFacts | SlotUnreadable {
  throw new Error(`unbuilt ${bytes.length}`);
}

/** Opens a slot of this user, lends the AMK, and zeroes it when `use` has ended. */
export async function openSlot<T>(
  bytes: Uint8Array,
  user: UserId,
  secret: SlotSecret,
  use: (amk: Amk) => Promise<T>,
): Promise<{ readonly value: T } | SlotRefusal> {
  throw new Error(`unbuilt ${bytes.length} ${user.length} ${secret.type} ${typeof use}`);
}
