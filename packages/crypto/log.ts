/**
 * The verifier of one log: takes records as a server hands them out, in any order, and says of each what it is worth.
 * It holds what was verified, so that nothing is verified twice; `saveLog` and `restoreLog` carry it over a restart.
 */
import type { EpochPlan } from "./announce.ts";
import type { Bundle, BundleRefusal, SuccessionRefusal } from "./bundle.ts";
import type { Unreadable } from "./cbor.ts";
import type { Epoch } from "./epoch.ts";
import type { Item, ItemRefusal, LogKind } from "./item.ts";
import type { Place } from "./place.ts";
import type { Readmit, ReadmitFields } from "./readmit.ts";
import type { Branded, Bytes, DeviceId, IskHash, LogId, RecordHash, UserId } from "./values.ts";

/** A record of a chain. */
export type LogRecord = Item | Epoch | Readmit;

/** A record that has its place in the log for good. `void` ones hold their place in the chain and are never folded. */
export interface Verified {
  readonly hash: RecordHash;
  readonly author: UserId;
  readonly device: DeviceId;
  readonly seq: number;
  readonly type: LogRecord["type"];
  /** The number of an epoch, or of the epoch an item is sealed under; 0 for a readmit. */
  readonly epoch: number;
  /** What it follows: the record before it in its chain, and its seen heads. */
  readonly parents: ReadonlyArray<RecordHash>;
  readonly void: boolean;
}

/**
 * Why a record is kept aside: something it needs is not here (yet). Hand it in again with what arrives later.
 * `gap` and `missing-seen`: `missing` names the records; the record itself is authentic, so its content may be shown after a gap.
 * `unknown-device`, `newer-bundle`, `new-bundle`: a bundle is lacking. `waits-for-cut`: its device is retired, and the cut is not here.
 */
export type AsideReason =
  | "gap"
  | "missing-seen"
  | "unknown-device"
  | "newer-bundle"
  | "new-bundle"
  | "waits-for-cut";

/**
 * Why a record counts for nothing. With `verified`, its author did sign it and its place in the chain is taken (void), so that
 * what follows it stays readable; without, the bytes are nothing. `fork` and `epoch-fork` stop the client.
 */
export type RejectReason =
  | ItemRefusal
  | "wrong-log"
  | "not-a-member"
  | "bad-signature"
  | "fork"
  | "epoch-fork"
  | "bad-seen-heads"
  | "wrong-epoch"
  | "not-in-epoch"
  | "after-cut"
  | "wrong-members"
  | "wrong-identity"
  | "wrong-bundle"
  | "unknown-checkpoint"
  | "wrong-readmit";

/** What a record is worth. */
export type Verdict =
  | {
      readonly result: "accepted";
      readonly record: LogRecord;
      readonly verified: Verified;
      /** True where everything verified so far is behind it: a fold may append it without ordering anew. */
      readonly newest: boolean;
    }
  /** It was verified before; nothing changes. */
  | { readonly result: "known"; readonly hash: RecordHash }
  | {
      readonly result: "aside";
      readonly because: AsideReason;
      readonly record: LogRecord;
      readonly missing: ReadonlyArray<RecordHash>;
    }
  | { readonly result: "rejected"; readonly because: RejectReason; readonly verified?: Verified };

/** The verifier's memory of one log. Opaque; changed by the `take…` functions alone. */
export type Log = Branded<{ readonly log: LogId; readonly logKind: LogKind }, "Log">;

/** Starts a log with the pinned bundle of each member (one for an own log, two for a room). For one who was readmitted: the old bundle. */
export function startLog(log: LogId, logKind: LogKind, pinned: ReadonlyArray<Bundle>): Log {
  throw new Error(`unbuilt ${log.length} ${logKind} ${pinned.length}`);
}

/** Takes records in any order and repeats until nothing more fits; verdict `n` is that of record `n`. */
export async function takeRecords(log: Log, records: ReadonlyArray<Uint8Array>): Promise<ReadonlyArray<Verdict>> {
  throw new Error(`unbuilt ${log.logKind} ${records.length}`);
}

/**
 * Takes a bundle of a member. `undefined` where it is the next version; a refusal otherwise.
 * A bundle of another ISK is refused (`isk-changed`) and remembered as the candidate that a readmit may name.
 */
export async function takeBundle(
  log: Log,
  bytes: Uint8Array,
): Promise<BundleRefusal | SuccessionRefusal | undefined> {
  throw new Error(`unbuilt ${log.logKind} ${bytes.length}`);
}

/** What a cut did. */
export interface CutTaken {
  /** What was accepted before and no longer counts: fold again without it. Save these anew. */
  readonly voided: ReadonlyArray<Verified>;
  /** A readmit was voided: start the log anew, bundles and cuts first, then all records. */
  readonly rebuild: boolean;
}

/** Why a cut is not taken. `cut-fork` (it names another record than the one here) stops the client. */
export type CutRefusal = Unreadable | "wrong-log" | "not-a-member" | "unknown-device" | "not-retired" | "bad-signature" | "cut-fork";

/** Takes a cut. The same one, or a higher one, changes nothing. */
export async function takeCut(log: Log, bytes: Uint8Array): Promise<CutTaken | CutRefusal> {
  throw new Error(`unbuilt ${log.logKind} ${bytes.length}`);
}

/** Where the next record of this device goes. Hand the record in right after it is sealed. */
export function nextPlace(log: Log, device: DeviceId): Place {
  throw new Error(`unbuilt ${log.logKind} ${device.length}`);
}

/** The newest epoch that may be sealed under; `undefined` before the first, or while one is due. */
export function currentEpoch(log: Log): Epoch | undefined {
  throw new Error(`unbuilt ${log.logKind}`);
}

/** An accepted epoch by its number. */
export function epochOf(log: Log, n: number): Epoch | undefined {
  throw new Error(`unbuilt ${log.logKind} ${n}`);
}

/** Why an epoch is to be announced before the next item; `undefined` where none is. A wrap that does not open is one more reason. */
export function epochDue(log: Log): "first" | "newer-bundle" | "after-cut" | "readmitted" | undefined {
  throw new Error(`unbuilt ${log.logKind}`);
}

/** What the next epoch must say. */
export function epochPlan(log: Log): EpochPlan {
  throw new Error(`unbuilt ${log.logKind}`);
}

/** What a readmit of this member must say now, once the words were compared anew; `undefined` where no candidate of this identity is known. */
export function readmitPlan(log: Log, user: UserId, newIskHash: IskHash, history: boolean): ReadmitFields | undefined {
  throw new Error(`unbuilt ${log.logKind} ${user.length} ${newIskHash.length} ${history}`);
}

/** The newest verified records: what a ring, a pin or a comparison with a server remembers. */
export function heads(log: Log): ReadonlyArray<RecordHash> {
  throw new Error(`unbuilt ${log.logKind}`);
}

/** True where all these records were verified here: what a ring says is not longer than the log. */
export function hasAll(log: Log, hashes: ReadonlyArray<RecordHash>): boolean {
  throw new Error(`unbuilt ${log.logKind} ${hashes.length}`);
}

/** The newest bundle of a member's current identity. */
export function bundleOf(log: Log, user: UserId): Bundle | undefined {
  throw new Error(`unbuilt ${log.logKind} ${user.length}`);
}

/** The order of the fold: by the causal graph, ties by hash; void records left out. Equal for any order of arrival. */
export function foldOrder(log: Log): ReadonlyArray<Verified> {
  throw new Error(`unbuilt ${log.logKind}`);
}

/** The memory of a log without its records: small; written after each batch. */
export function saveLog(log: Log): Bytes {
  throw new Error(`unbuilt ${log.logKind}`);
}

/** Packs verified records for storage. Packs only grow; write a new one for each batch. A record saved twice counts as saved last. */
export function saveVerified(verified: ReadonlyArray<Verified>): Bytes {
  throw new Error(`unbuilt ${verified.length}`);
}

/** Restores a log from this device's own storage, which is trusted; `undefined` where the pieces do not fit: verify anew. */
export async function restoreLog(saved: Uint8Array, packs: ReadonlyArray<Uint8Array>): Promise<Log | undefined> {
  throw new Error(`unbuilt ${saved.length} ${packs.length}`);
}
