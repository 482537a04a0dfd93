/**
 * The ring keeps a person's private identity keys under the AMK, beside the newest heads of their own log.
 *
 *   ring = [suite, user16, version, bundleHash32, ownLog16, ownLogEpoch1Hash32, [head32...], iv12, sealed]
 *   sealed = AES-256-GCM(AMK, iv12, [ISKseed32, [[iekVersion, IEKsecret32]...], logSalt32, [door...]], AAD)      door.ts; before doors
 *            were, a ring held three parts, and is read for good
 *   AAD = [suite, user16, version, bundleHash32, ownLog16, ownLogEpoch1Hash32, [head32...]]      heads sorted
 *
 * Rewritten at each unlock with the next version, so that a server cannot hand out a shortened own log unnoticed.
 */
import { aesOpen, aesSeal, importAes } from "./aead.ts";
import { type Unreadable, bytes, decode, decodeRecord, encode, list, positive, tuple, uint } from "./cbor.ts";
import { type Iek, importIek, importSigning } from "./curves.ts";
import { suite } from "./domain.ts";
import { doorFields, doorsShape, readDoors } from "./door.ts";
import { sortedHashes } from "./place.ts";
import type { SlotDoor } from "./slot.ts";
import {
  type Amk,
  type BundleHash,
  type Bytes,
  type IskKey,
  type IskPublic,
  type LogId,
  type RecordHash,
  type UserId,
  compare,
  equal,
  join,
  random,
  wipe,
} from "./values.ts";

/** What a ring says in the open, authenticated by the AMK. */
export interface RingFacts {
  readonly user: UserId;
  /** From 1, rising with each rewriting. */
  readonly version: number;
  readonly bundleHash: BundleHash;
  readonly ownLog: LogId;
  readonly ownLogEpoch1Hash: RecordHash;
  /** The newest verified heads of one's own log, at most 64. */
  readonly ownLogHeads: ReadonlyArray<RecordHash>;
}

/** A person's private keys as bytes: they exist only inside the callbacks of `newSecrets` and `openRing`, and are zeroed after them. */
export interface IdentitySecrets {
  readonly iskSeed: Bytes;
  readonly ieks: ReadonlyArray<{ readonly version: number; readonly secret: Bytes }>;
  readonly logSalt: Bytes;
  /** The doors of all slots; "none" in a ring of before doors were. */
  readonly doors: ReadonlyArray<SlotDoor> | "none";
}

/** The same keys, held by the host and not exportable. */
export interface Identity {
  readonly isk: IskKey;
  readonly iskPublic: IskPublic;
  /** Oldest first; the last is the current one. */
  readonly ieks: ReadonlyArray<Iek>;
}

/** Why a ring stays shut. */
export type RingRefusal = Unreadable | "other-user" | "wrong-key";

/** The most heads that a ring names. */
export const maxRingHeads = 64;

async function lend<T>(secrets: IdentitySecrets, use: (secrets: IdentitySecrets) => Promise<T>): Promise<T> {
  try {
    return await use(secrets);
  } finally {
    const doors = secrets.doors === "none" ? [] : secrets.doors;
    wipe(secrets.iskSeed, secrets.logSalt, ...secrets.ieks.map((iek) => iek.secret));
    wipe(...doors.flatMap(({ key }) => key?.psk ?? []));
  }
}

/** Makes the keys of a new identity, lends them as bytes, and zeroes them when `use` has ended. */
export function newSecrets<T>(use: (secrets: IdentitySecrets) => Promise<T>): Promise<T> {
  return lend({ iskSeed: random(32), ieks: [{ version: 1, secret: random(32) }], logSalt: random(32), doors: [] }, use);
}

/** Lends the secrets with one more encryption key, for a yearly or forced change of IEK, and zeroes that key when `use` has ended. */
export async function withNewIek<T>(
  secrets: IdentitySecrets,
  use: (secrets: IdentitySecrets) => Promise<T>,
): Promise<T> {
  const secret = random(32);
  const version = Math.max(...secrets.ieks.map((iek) => iek.version)) + 1;
  try {
    return await use({ ...secrets, ieks: [...secrets.ieks, { version, secret }] });
  } finally {
    wipe(secret);
  }
}

/** Takes the secrets into keys that cannot be exported. */
export async function importIdentity(secrets: IdentitySecrets): Promise<Identity> {
  const ieks = await Promise.all(secrets.ieks.map(({ version, secret }) => importIek(version, secret)));
  return { ...(await importSigning(secrets.iskSeed)), ieks };
}

function openFields(facts: RingFacts) {
  const { user, version, bundleHash, ownLog, ownLogEpoch1Hash } = facts;
  return [suite, user, version, bundleHash, ownLog, ownLogEpoch1Hash, facts.ownLogHeads.toSorted(compare)];
}

/** Writes a ring. */
export async function makeRing(amk: Amk, facts: RingFacts, secrets: IdentitySecrets): Promise<Bytes> {
  const { doors } = secrets;
  const ieks = secrets.ieks.map(({ version, secret }) => [version, secret]);
  const plaintext = encode([secrets.iskSeed, ieks, secrets.logSalt, ...(doors === "none" ? [] : [doorFields(doors)])]);
  const sealed = await aesSeal(await importAes(amk), plaintext, encode(openFields(facts)));
  wipe(plaintext);
  return encode([...openFields(facts), sealed.subarray(0, 12), sealed.subarray(12)]);
}

const shape = tuple<[number, UserId, number, BundleHash, LogId, RecordHash, ReadonlyArray<RecordHash>, Bytes, Bytes]>(
  uint,
  bytes(16),
  positive,
  bytes(32),
  bytes(16),
  bytes(32),
  sortedHashes(maxRingHeads),
  bytes(12),
  bytes(),
);
type Secrets = [Bytes, ReadonlyArray<[number, Bytes]>, Bytes];
const threeParts = [bytes(32), list(tuple<[number, Bytes]>(positive, bytes(32))), bytes(32)] as const;
const secretShape = tuple<[...Secrets, Parameters<typeof readDoors>[0]]>(...threeParts, doorsShape);
const formerShape = tuple<Secrets>(...threeParts);

function readSecrets(plaintext: Bytes): IdentitySecrets | undefined {
  const value = decode(plaintext);
  const fields = secretShape(value) ?? formerShape(value);
  if (!fields) return undefined;
  const [iskSeed, ieks, logSalt, listedDoors] = fields;
  const doors = listedDoors ? readDoors(listedDoors) : "none";
  return doors && { iskSeed, ieks: ieks.map(([version, secret]) => ({ version, secret })), logSalt, doors };
}

/** Opens the ring of this user, lends the secrets, and zeroes them when `use` has ended. */
export async function openRing<T>(
  amk: Amk,
  record: Uint8Array,
  user: UserId,
  use: (facts: RingFacts, secrets: IdentitySecrets) => Promise<T>,
): Promise<{ readonly value: T } | RingRefusal> {
  const fields = decodeRecord(record, shape);
  if (typeof fields === "string") return fields;
  const [, owner, version, bundleHash, ownLog, ownLogEpoch1Hash, ownLogHeads, iv, sealed] = fields;
  const facts = { user: owner, version, bundleHash, ownLog, ownLogEpoch1Hash, ownLogHeads };
  if (!equal(owner, user)) return "other-user";
  const plaintext = await aesOpen(await importAes(amk), join(iv, sealed), encode(openFields(facts)));
  if (plaintext === undefined) return "wrong-key";
  const secrets = readSecrets(plaintext);
  wipe(plaintext);
  if (secrets === undefined) return "malformed";
  return { value: await lend(secrets, (lent) => use(facts, lent)) };
}
