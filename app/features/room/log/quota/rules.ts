/** How much one person may store on a server in a day: buckets that hold a burst and fill again with time. */
import { dayLength, type Instant } from "../../../../values/instant.ts";

/** What is counted. */
export type Counted = "entries" | "bytes" | "cuts" | "bundles" | "unlocking";

/** So much at once, and so much more each day. */
export interface Quota {
  readonly burst: number;
  readonly aDay: number;
}

/**
 * Far above what two people write, and above what devices send back after a restore; far below what fills a disk.
 * Entries are items and epochs of any log; bytes are theirs and those of wraps; unlocking is rings and slots.
 */
export const quotas: Readonly<Record<Counted, Quota>> = {
  entries: { burst: 50_000, aDay: 20_000 },
  bytes: { burst: 256 * 1024 ** 2, aDay: 64 * 1024 ** 2 },
  cuts: { burst: 500, aDay: 200 },
  bundles: { burst: 100, aDay: 50 },
  unlocking: { burst: 500, aDay: 200 },
};

/** What is left of a bucket, and since when. One that nobody has touched is full. */
export interface Bucket {
  readonly left: number;
  readonly at: Instant;
}

/** What is left now; never more than the burst. A clock that went back fills nothing. */
export function leftIn(bucket: Bucket | undefined, { burst, aDay }: Quota, now: Instant): number {
  if (!bucket) return burst;
  return Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) * aDay) / dayLength);
}

/** How long to wait until `amount` can be taken, in ms; 0 where it can be now. More than a burst counts as a burst. */
export function waitFor(bucket: Bucket | undefined, quota: Quota, amount: number, now: Instant): number {
  const lacking = Math.min(amount, quota.burst) - leftIn(bucket, quota, now);
  return lacking <= 0 ? 0 : Math.ceil((lacking * dayLength) / quota.aDay);
}

/** The bucket once `amount` is taken. */
export function takeFrom(bucket: Bucket | undefined, quota: Quota, amount: number, now: Instant): Bucket {
  return { left: leftIn(bucket, quota, now) - Math.min(amount, quota.burst), at: now };
}
