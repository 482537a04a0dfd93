/** Slots for tests: sealed at once, and in the form of before doors were. Imported by tests alone. */
import { aesSeal, deriveAes, importHkdf } from "../aead.ts";
import { encode } from "../cbor.ts";
import { suite, tagged } from "../domain.ts";
import { type SlotSecret, kdfFloor, makeDoor, sealSlot, slotTypes, stretchPassphrase } from "../slot.ts";
import type { Amk, Bytes, SlotId, UserId } from "../values.ts";

/** A slot with a door of its own. */
export async function makeSlot(amk: Amk, user: UserId, slot: SlotId, secret: SlotSecret): Promise<Bytes> {
  return sealSlot(amk, user, await makeDoor(user, slot, secret));
}

/** A slot of before doors were. */
export async function makeFormerSlot(amk: Amk, user: UserId, slot: SlotId, secret: SlotSecret): Promise<Bytes> {
  const { memoryKiB, passes, lanes } = kdfFloor;
  const params = secret.type === "passphrase" ? [memoryKiB, passes, lanes] : [];
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const fields = [suite, user, slot, slotTypes[secret.type], params, salt];
  const base = await importHkdf(await secretOf(secret, salt, params));
  const bound = encode(fields);
  return encode([...fields, await aesSeal(await deriveAes(base, tagged("slotKey", bound), salt), amk, bound)]);
}

async function secretOf(secret: SlotSecret, salt: Bytes, params: ReadonlyArray<number>): Promise<Bytes> {
  if (secret.type === "recovery") return secret.code.slice();
  if (secret.type === "passkey") return secret.prf.slice();
  return stretchPassphrase(secret.passphrase, salt, params);
}
