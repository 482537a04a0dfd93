/** The buckets in the database, so that a restart or a second process does not fill them again. */
import { sql } from "kysely";
import { hashToken } from "../../../../server/chance.ts";
import type { Writer } from "../../../../server/database/database.ts";
import type { Instant } from "../../../../values/instant.ts";
import type { Bucket } from "./rules.ts";

/** A bucket that is not full. */
export interface ThrottleRow {
  readonly key_hash: string;
  /** When it will be full again. */
  readonly full_at: Instant;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    throttle: ThrottleRow;
  }
}

const keyOf = ({ limit, of }: Bucket) => hashToken("throttle", `${limit.name}\0${of}`);

/**
 * Takes one try out of each bucket, in order; false as soon as one is empty. Tries taken before that stay taken.
 * One statement a bucket, so that parallel tries cannot both have the last one. A bucket that claims to fill later
 * than it ever could was written under another clock, and counts as full.
 */
export async function take(writer: Writer, now: Instant, buckets: ReadonlyArray<Bucket>): Promise<boolean> {
  for (const bucket of buckets) {
    // oxlint-disable-next-line no-await-in-loop -- a bucket is left alone once one before it is empty
    if (!(await takeOne(writer, now, bucket))) return false;
  }
  return true;
}

async function takeOne(writer: Writer, now: Instant, bucket: Bucket): Promise<boolean> {
  const { everyMs, tries } = bucket.limit;
  const most = tries * everyMs;
  const filling = sql<boolean>`throttle.full_at > ${now} and throttle.full_at <= ${now + most}`;
  const { rows } = await sql`
    insert into throttle (key_hash, full_at) values (${keyOf(bucket)}, ${now + everyMs})
    on conflict (key_hash) do update set full_at = case when ${filling} then throttle.full_at else ${now} end + ${everyMs}
    where not (${filling}) or throttle.full_at <= ${now + most - everyMs}
    returning full_at`.execute(writer);
  return rows.length === 1;
}

/** Puts one try back: what was taken in advance turned out to be right. */
export async function giveBack(writer: Writer, buckets: ReadonlyArray<Bucket>): Promise<void> {
  for (const bucket of buckets) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction has one connection
    await sql`update throttle set full_at = full_at - ${bucket.limit.everyMs} where key_hash = ${keyOf(bucket)}`.execute(
      writer,
    );
  }
}

/** Forgets buckets that are full again. */
export async function forgetFull(writer: Writer, now: Instant): Promise<void> {
  await writer.deleteFrom("throttle").where("full_at", "<=", now).execute();
}
