/** Announcing an epoch: a fresh key, its signed record, and a wrap for each member. The formats are in epoch.ts and wrap.ts. */
import type { Bundle } from "./bundle.ts";
import { type Epoch, type EpochKey, commitEpochKey, importEpochKey, signEpoch } from "./epoch.ts";
import type { Place } from "./place.ts";
import {
  type Bytes,
  type DskKey,
  type LogId,
  type RecordHash,
  type UserId,
  compare,
  random,
  wipe,
  zeros32,
} from "./values.ts";
import { sealWrap } from "./wrap.ts";

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
  const { log, n, previousEpoch } = plan;
  const bundles = plan.members.toSorted((a, b) => compare(a.user, b.user));
  const members = bundles.map(({ user, iskHash, version, iekVersion }) => {
    return { user, iskHash, bundleVersion: version, iekVersion };
  });
  const secret = random(32);
  try {
    const said = { log, n, previousEpoch, members, author, keyCommitment: commitEpochKey(secret), checkpoint: zeros32 };
    const epoch = await signEpoch(dsk, { ...said, ...place });
    const seal = async ({ user, iekVersion, iek }: Bundle) => {
      return { user, bytes: await sealWrap(epoch, secret, { user, iekVersion, iek }) };
    };
    const wraps = await Promise.all(bundles.map(seal));
    const key = await importEpochKey(epoch, secret);
    if (key === undefined) throw new Error("an epoch that does not commit to its own key");
    return { epoch, key, wraps };
  } finally {
    wipe(secret);
  }
}
