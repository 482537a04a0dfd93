/**
 * A readmit lets a person who lost every key come back under a new identity. The other member signs it, after comparing words anew.
 *
 *   body    = [suite, log16, user16, oldIskHash32, newIskHash32, oldBundleHash32, lastEpochHash32,
 *              [[oldDevice16, lastSeq, lastItemHash32]...], history 0|1, device16, seq, prevItemHash32, seenHeads]
 *   readmit = [body, sig64]         sig = Ed25519(DSK of the other member, "oakroom/readmit/v1" 0 body)
 *   readmitHash = SHA-256("oakroom/readmit-hash/v1" 0 body)          old devices sorted by device16
 */
import {
  type Unreadable,
  bytes,
  decodeRecord,
  decodeSigned,
  encode,
  list,
  oneOf,
  positive,
  tuple,
  uint,
} from "./cbor.ts";
import { sign, verify } from "./curves.ts";
import { type ChainEnd, isEnd } from "./cut.ts";
import { digest, suite, tagged } from "./domain.ts";
import { type Place, isPlace, maxSeenHeads, sortedHashes } from "./place.ts";
import {
  type BundleHash,
  type Bytes,
  type DeviceId,
  type DskKey,
  type DskPublic,
  type IskHash,
  type LogId,
  type RecordHash,
  type Signature,
  type UserId,
  compare,
  own,
} from "./values.ts";

/** What a readmit says; `readmitPlan` of the log's verifier makes it. */
export interface ReadmitFields {
  readonly log: LogId;
  /** Who comes back; never the signer. */
  readonly user: UserId;
  readonly oldIskHash: IskHash;
  readonly newIskHash: IskHash;
  readonly oldBundleHash: BundleHash;
  readonly lastEpoch: RecordHash;
  /** Where the old identity's chains end. A device that is not named ends before its first record. */
  readonly ends: ReadonlyArray<ChainEnd>;
  /** Whether the signer wraps the epochs they hold for the one who comes back. */
  readonly history: boolean;
}

/** A readmit as read: its form is right, nothing is verified yet. */
export interface Readmit extends ReadmitFields, Place {
  readonly type: "readmit";
  readonly hash: RecordHash;
  readonly signature: Signature;
  readonly body: Bytes;
  readonly bytes: Bytes;
}

/** Signs a readmit. */
export async function makeReadmit(dsk: DskKey, place: Place, fields: ReadmitFields): Promise<Readmit> {
  const { log, user, oldIskHash, newIskHash, oldBundleHash, lastEpoch, history } = fields;
  const { device, seq, previous, seenHeads } = place;
  const ends = fields.ends
    .toSorted((a, b) => compare(a.device, b.device))
    .map((end) => [end.device, end.lastSeq, end.lastHash]);
  const identities = [oldIskHash, newIskHash, oldBundleHash];
  const stands = [device, seq, previous, seenHeads];
  const body = encode([suite, log, user, ...identities, lastEpoch, ends, history ? 1 : 0, ...stands]);
  const readmit = readReadmit(encode([body, await sign(dsk, tagged("readmit", body))]));
  if (typeof readmit === "string") throw new Error("a readmit that would be refused");
  return readmit;
}

const end = tuple<[DeviceId, number, RecordHash]>(bytes(16), uint, bytes(32));
const shape = tuple<
  [
    ...[number, LogId, UserId, IskHash, IskHash, BundleHash, RecordHash, ReadonlyArray<[DeviceId, number, RecordHash]>],
    ...["no" | "yes", DeviceId, number, RecordHash, ReadonlyArray<RecordHash>],
  ]
>(
  uint,
  bytes(16),
  bytes(16),
  bytes(32),
  bytes(32),
  bytes(32),
  bytes(32),
  list(end),
  oneOf("no", "yes"),
  bytes(16),
  positive,
  bytes(32),
  sortedHashes(maxSeenHeads),
);

/** Reads a readmit's form. */
export function readReadmit(record: Uint8Array): Readmit | Unreadable {
  const signed = decodeSigned(record);
  if (typeof signed === "string") return signed;
  const [body, signature] = signed;
  const fields = decodeRecord(body, shape);
  if (typeof fields === "string") return fields;
  const [, log, user, oldIskHash, newIskHash, oldBundleHash, lastEpoch, listed, history, ...place] = fields;
  const [device, seq, previous, seenHeads] = place;
  const ends = listed.map(([old, lastSeq, lastHash]) => ({ device: old, lastSeq, lastHash }));
  const sorted = ends.every((each, at) => at === 0 || compare(ends[at - 1]?.device ?? each.device, each.device) < 0);
  if (!sorted || !ends.every(isEnd) || !isPlace({ device, seq, previous, seenHeads })) return "malformed";
  const said = { log, user, oldIskHash, newIskHash, oldBundleHash, lastEpoch, ends, history: history === "yes" };
  const proof = { signature: signature as Signature, body, bytes: own(record) };
  const hash = digest("readmitHash", body);
  return { type: "readmit", ...said, device, seq, previous, seenHeads, hash, ...proof };
}

/**
 * True where the readmit's signature is this device's. The one who comes back checks it so before anything else,
 * and takes their old bundle (by `oldBundleHash`) as the first of their identities from there alone.
 */
export function verifyReadmit(readmit: Readmit, dsk: DskPublic): Promise<boolean> {
  return verify(dsk, readmit.signature, tagged("readmit", readmit.body));
}
