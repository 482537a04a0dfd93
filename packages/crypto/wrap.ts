/**
 * A wrap carries one epoch's key to one member. Wraps are replaced and erased one by one; an epoch is not.
 *
 *   wrap = [suite, log16, n, epochHash32, user16, iekVersion, enc32, sealed48]
 *   enc, sealed = HPKE base mode (RFC 9180; KEM 0x0020, KDF 0x0001, AEAD 0x0002) to IEK_iekVersion of the user
 *                 info = ["oakroom/wrap/v1", log16, n, epochHash32, user16], aad empty, plaintext = EK32
 *
 * The opened key counts only where it matches the keyCommitment of the epoch.
 */
import { type Unreadable, bytes, decodeRecord, encode, positive, tuple, uint } from "./cbor.ts";
import type { Iek } from "./curves.ts";
import { domains, suite } from "./domain.ts";
import { type Epoch, type EpochKey, commitEpochKey, importEpochKey } from "./epoch.ts";
import { hpkeOpen, hpkeSeal } from "./hpke.ts";
import { type Bytes, type IekPublic, type LogId, type RecordHash, type UserId, equal, utf8, wipe } from "./values.ts";

/** What a wrap says in the open. */
export interface WrapFacts {
  readonly log: LogId;
  readonly n: number;
  readonly epochHash: RecordHash;
  readonly user: UserId;
  readonly iekVersion: number;
}

/** Why a wrap stays shut. `no-such-iek`: it is for a version of the key that is not at hand. */
export type WrapRefusal = Unreadable | "other-epoch" | "other-user" | "no-such-iek" | "unopenable" | "wrong-key";

/** To whom an epoch key is sealed. */
export interface WrapTarget {
  readonly user: UserId;
  readonly iekVersion: number;
  readonly iek: IekPublic;
}

function infoOf(epoch: Epoch, user: UserId): Bytes {
  return encode([utf8(domains.wrap), epoch.log, epoch.n, epoch.hash, user]);
}

/** Seals the bytes of an epoch's key to one member. */
export async function sealWrap(epoch: Epoch, secret: Bytes, { user, iekVersion, iek }: WrapTarget): Promise<Bytes> {
  const { enc, sealed } = await hpkeSeal(iek, infoOf(epoch, user), secret);
  return encode([suite, epoch.log, epoch.n, epoch.hash, user, iekVersion, enc, sealed]);
}

const shape = tuple<[number, LogId, number, RecordHash, UserId, number, Bytes, Bytes]>(
  uint,
  bytes(16),
  positive,
  bytes(32),
  bytes(16),
  positive,
  bytes(32),
  bytes(48),
);

/** Reads what a wrap says in the open. */
export function readWrap(record: Uint8Array): WrapFacts | Unreadable {
  const fields = decodeRecord(record, shape);
  if (typeof fields === "string") return fields;
  const [, log, n, epochHash, user, iekVersion] = fields;
  return { log, n, epochHash, user, iekVersion };
}

/** Opens a wrap of this user for an epoch that the log's verifier has accepted. */
export async function openWrap(
  ieks: ReadonlyArray<Iek>,
  user: UserId,
  epoch: Epoch,
  record: Uint8Array,
): Promise<EpochKey | WrapRefusal> {
  const secret = await openSecret(ieks, user, epoch, record);
  if (typeof secret === "string") return secret;
  const key = await importEpochKey(epoch, secret);
  wipe(secret);
  return key ?? "wrong-key";
}

/** Opens one's own wrap and seals the same key anew: after a change of IEK, or to a partner who was readmitted with history. */
export async function rewrap(
  ieks: ReadonlyArray<Iek>,
  user: UserId,
  epoch: Epoch,
  record: Uint8Array,
  target: WrapTarget,
): Promise<Bytes | WrapRefusal> {
  const secret = await openSecret(ieks, user, epoch, record);
  if (typeof secret === "string") return secret;
  const right = equal(commitEpochKey(secret), epoch.keyCommitment);
  const sealed = right ? await sealWrap(epoch, secret, target) : "wrong-key";
  wipe(secret);
  return sealed;
}

async function openSecret(
  ieks: ReadonlyArray<Iek>,
  user: UserId,
  epoch: Epoch,
  record: Uint8Array,
): Promise<Bytes | WrapRefusal> {
  const fields = decodeRecord(record, shape);
  if (typeof fields === "string") return fields;
  const [, log, n, epochHash, to, iekVersion, enc, sealed] = fields;
  if (!equal(log, epoch.log) || n !== epoch.n || !equal(epochHash, epoch.hash)) return "other-epoch";
  if (!equal(to, user)) return "other-user";
  const iek = ieks.find(({ version }) => version === iekVersion);
  if (iek === undefined) return "no-such-iek";
  return (await hpkeOpen(iek, infoOf(epoch, user), { enc, sealed })) ?? "unopenable";
}
