/**
 * What waits to be sent lies sealed to one's own encryption key, so that locking closes it too. It never leaves the device.
 *
 *   waiting = [suite, user16, iekVersion, enc32, sealed]
 *   enc, sealed = HPKE base mode to one's own IEK, info = ["oakroom/outbox/v1", user16, iekVersion], aad empty
 */
import type { Unreadable } from "./cbor.ts";
import type { Iek } from "./curves.ts";
import type { Bytes, UserId } from "./values.ts";

/** Seals bytes to oneself. Needs the public key alone: it also works while locked. */
export async function sealToSelf(
  iek: Pick<Iek, "version" | "iekPublic">,
  user: UserId,
  plaintext: Uint8Array,
): Promise<Bytes> {
  throw new Error(`unbuilt ${iek.version} ${user.length} ${plaintext.length}`);
}

/** Opens what one has sealed to oneself. */
export async function openFromSelf(
  ieks: ReadonlyArray<Iek>,
  user: UserId,
  bytes: Uint8Array,
): Promise<{ readonly plaintext: Bytes } | Unreadable | "other-user" | "no-such-iek" | "unopenable"> {
  throw new Error(`unbuilt ${ieks.length} ${user.length} ${bytes.length}`);
}
