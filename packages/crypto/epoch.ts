/**
 * An epoch announces the next key of a log, for exactly the members it names.
 *
 *   body  = [suite, log16, n, prevEpochHash32, keyCommitment32, [[user16, iskHash32, bundleVersion, iekVersion]...],
 *            logCheckpointHash32, author16, device16, seq, prevItemHash32, seenHeads]           members sorted by user16
 *   epoch = [body, sig64]           sig = Ed25519(DSK, "oakroom/epoch/v1" 0 body)
 *   epochHash     = SHA-256("oakroom/epoch-hash/v1" 0 body)
 *   keyCommitment = SHA-256("oakroom/epoch-key/v1" 0 EK32)
 *
 * n from 1; epoch 1 names 32 zero bytes as its predecessor. logCheckpointHash holds 32 zero bytes until there is a key log.
 */
import { importHkdf } from "./aead.ts";
import { type Unreadable, bytes, decodeRecord, decodeSigned, encode, list, positive, tuple, uint } from "./cbor.ts";
import { sign, verify } from "./curves.ts";
import { digest, suite, tagged } from "./domain.ts";
import { type Place, isPlace, maxSeenHeads, sortedHashes } from "./place.ts";
import {
  type Branded,
  type Bytes,
  type DeviceId,
  type DskKey,
  type DskPublic,
  type HostKey,
  type IskHash,
  type LogId,
  type RecordHash,
  type Signature,
  type UserId,
  compare,
  equal,
  own,
  zeros32,
} from "./values.ts";

/** One member as an epoch names them. */
export interface EpochMember {
  readonly user: UserId;
  readonly iskHash: IskHash;
  readonly bundleVersion: number;
  readonly iekVersion: number;
}

/** What an epoch says. */
export interface EpochFields extends Place {
  readonly log: LogId;
  readonly n: number;
  readonly previousEpoch: RecordHash;
  readonly keyCommitment: Bytes;
  /** One or two, sorted by user. */
  readonly members: ReadonlyArray<EpochMember>;
  readonly checkpoint: Bytes;
  readonly author: UserId;
}

/** An epoch as read: its form is right, nothing is verified yet. */
export interface Epoch extends EpochFields {
  readonly type: "epoch";
  readonly hash: RecordHash;
  readonly signature: Signature;
  readonly body: Bytes;
  readonly bytes: Bytes;
}

/** The key of one epoch: a non-extractable HKDF key. A plain object: it survives structured cloning into IndexedDB. */
export type EpochKey = Branded<
  { readonly log: LogId; readonly n: number; readonly epochHash: RecordHash; readonly base: HostKey },
  "EpochKey"
>;

/** The commitment of an epoch to its key. */
export function commitEpochKey(key: Bytes): Bytes {
  return digest("epochKey", key);
}

/** Takes the bytes of an epoch's key into the host; `undefined` where they are not the ones it commits to. The caller wipes them. */
export async function importEpochKey(epoch: Epoch, key: Bytes): Promise<EpochKey | undefined> {
  if (!equal(commitEpochKey(key), epoch.keyCommitment)) return undefined;
  const { log, n, hash } = epoch;
  return { log, n, epochHash: hash, base: await importHkdf(key) } as EpochKey;
}

/** Signs an epoch. `announceEpoch` makes the key and the wraps that belong to it. */
export async function signEpoch(dsk: DskKey, fields: EpochFields): Promise<Epoch> {
  const { log, n, previousEpoch, keyCommitment, checkpoint, author, device, seq, previous, seenHeads } = fields;
  const members = fields.members.map((each) => [each.user, each.iskHash, each.bundleVersion, each.iekVersion]);
  const place = [author, device, seq, previous, seenHeads];
  const body = encode([suite, log, n, previousEpoch, keyCommitment, members, checkpoint, ...place]);
  const epoch = readEpoch(encode([body, await sign(dsk, tagged("epoch", body))]));
  if (typeof epoch === "string") throw new Error("an epoch that would be refused");
  return epoch;
}

const member = tuple<[UserId, IskHash, number, number]>(bytes(16), bytes(32), positive, positive);
const shape = tuple<
  [
    ...[number, LogId, number, RecordHash, Bytes, ReadonlyArray<[UserId, IskHash, number, number]>],
    ...[Bytes, UserId, DeviceId, number, RecordHash, ReadonlyArray<RecordHash>],
  ]
>(
  uint,
  bytes(16),
  positive,
  bytes(32),
  bytes(32),
  list(member, 2),
  bytes(32),
  bytes(16),
  bytes(16),
  positive,
  bytes(32),
  sortedHashes(maxSeenHeads),
);

/** Reads an epoch's form. */
export function readEpoch(record: Uint8Array): Epoch | Unreadable {
  const signed = decodeSigned(record);
  if (typeof signed === "string") return signed;
  const [body, signature] = signed;
  const fields = decodeRecord(body, shape);
  if (typeof fields === "string") return fields;
  const [, log, n, previousEpoch, keyCommitment, named, checkpoint, author, ...place] = fields;
  const [device, seq, previous, seenHeads] = place;
  const members = named.map(([user, iskHash, bundleVersion, iekVersion]) => {
    return { user, iskHash, bundleVersion, iekVersion };
  });
  const sorted = members.every(({ user }, at) => at === 0 || compare(members[at - 1]?.user ?? user, user) < 0);
  const first = equal(previousEpoch, zeros32) === (n === 1);
  if (members.length === 0 || !sorted || !first || !isPlace({ device, seq, previous, seenHeads })) return "malformed";
  const said = { log, n, previousEpoch, keyCommitment, members, checkpoint, author, device, seq, previous, seenHeads };
  const hash = digest("epochHash", body);
  return { type: "epoch", ...said, hash, signature: signature as Signature, body, bytes: own(record) };
}

/** True where the epoch's signature is this device's. Chain, membership and number are the log's verifier's to say. */
export function verifyEpoch(epoch: Epoch, dsk: DskPublic): Promise<boolean> {
  return verify(dsk, epoch.signature, tagged("epoch", epoch.body));
}
