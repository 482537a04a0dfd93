/**
 * What waits to be sent lies sealed to one's own encryption key, so that locking closes it too. It never leaves the device.
 *
 *   waiting = [suite, user16, iekVersion, enc32, sealed]
 *   enc, sealed = HPKE base mode to one's own IEK, info = ["oakroom/outbox/v1", user16, iekVersion], aad empty
 */
import { type Unreadable, bytes, decode, encode, positive, tuple, uint } from "./cbor.ts";
import type { Iek } from "./curves.ts";
import { domains, suite } from "./domain.ts";
import { maxContentBytes } from "./event.ts";
import { hpkeOpen, hpkeSeal } from "./hpke.ts";
import { type Bytes, type UserId, equal, own, utf8 } from "./values.ts";

function infoOf(user: UserId, iekVersion: number): Bytes {
  return encode([utf8(domains.outbox), user, iekVersion]);
}

/** Seals bytes to oneself. Needs the public key alone: it also works while locked. */
export async function sealToSelf(
  iek: Pick<Iek, "version" | "iekPublic">,
  user: UserId,
  plaintext: Uint8Array,
): Promise<Bytes> {
  const { enc, sealed } = await hpkeSeal(iek.iekPublic, infoOf(user, iek.version), own(plaintext));
  return encode([suite, user, iek.version, enc, sealed]);
}

const shape = tuple<[number, UserId, number, Bytes, Bytes]>(uint, bytes(16), positive, bytes(32), bytes());

/** Opens what one has sealed to oneself. */
export async function openFromSelf(
  ieks: ReadonlyArray<Iek>,
  user: UserId,
  record: Uint8Array,
): Promise<{ readonly plaintext: Bytes } | Unreadable | "other-user" | "no-such-iek" | "unopenable"> {
  const fields = shape(decode(record, maxContentBytes + 256));
  if (fields === undefined) return "malformed";
  const [number, owner, iekVersion, enc, sealed] = fields;
  if (number !== suite) return "unknown-suite";
  if (!equal(owner, user)) return "other-user";
  const iek = ieks.find(({ version }) => version === iekVersion);
  if (iek === undefined) return "no-such-iek";
  const plaintext = await hpkeOpen(iek, infoOf(user, iekVersion), { enc, sealed });
  return plaintext === undefined ? "unopenable" : { plaintext };
}
