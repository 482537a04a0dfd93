/** Announcing an epoch: a fresh key, its signed record, and a wrap for each member. The formats are in epoch.ts and wrap.ts. */
import type { Bundle } from "./bundle.ts";
import type { Epoch, EpochKey } from "./epoch.ts";
import type { Place } from "./place.ts";
import type { Bytes, DskKey, LogId, RecordHash, UserId } from "./values.ts";

/** What the next epoch of a log must say; `epochPlan` of the log's verifier makes it. */
export interface EpochPlan {
  readonly log: LogId;
  readonly n: number;
  readonly previousEpoch: RecordHash;
  /** The newest bundle of each member. */
  readonly members: ReadonlyArray<Bundle>;
}

/** A new epoch: save `key` first, then send `bytes` and all `wraps` as one request. */
export interface AnnouncedEpoch {
  readonly epoch: Epoch;
  readonly key: EpochKey;
  readonly wraps: ReadonlyArray<{ readonly user: UserId; readonly bytes: Bytes }>;
}

/** Makes a random epoch key, the signed record and a wrap for each member. */
export async function announceEpoch(
  dsk: DskKey,
  author: UserId,
  place: Place,
  plan: EpochPlan,
): Promise<AnnouncedEpoch> {
  throw new Error(`unbuilt ${typeof dsk} ${author.length} ${place.seq} ${plan.n}`);
}
