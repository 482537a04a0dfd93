/** What a restored server does not know yet of its logs, and takes back from their members. */
import type { AccountId, LogId } from "../../../../values/id.ts";
import { type Instant, later } from "../../../../values/instant.ts";
import type { Database, Reader, Writer } from "../../../../server/database/database.ts";
import type { MemberOfLog } from "../../../../server/guards/log.ts";

/** After a restore: a member of a log whose devices have not yet said that it is whole again. */
export interface LogBehindRow {
  readonly log_id: LogId;
  readonly account_id: AccountId;
  /** Until when it is waited for them; null: until they say so. */
  readonly until: Instant | null;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    log_behind: LogBehindRow;
  }
}

/** Notes that a member's device found the log whole; true where nobody had said so before. */
export function tellWhole(db: Database, { logId, accountId }: MemberOfLog): Promise<boolean> {
  return db.write(async (writer) => {
    const gone = await writer
      .deleteFrom("log_behind")
      .where("log_id", "=", logId)
      .where("account_id", "=", accountId)
      .returning("account_id")
      .execute();
    return gone.length > 0;
  }, logId);
}

/** True while a member of the log has not been here since the restore, or gives back: who knows which epochs they hold? */
export async function isBehind(read: Reader, logId: LogId, now: Instant): Promise<boolean> {
  const row = await read
    .selectFrom("log_behind")
    .select("account_id")
    .where("log_id", "=", logId)
    .where((one) => one.or([one("until", "is", null), one("until", ">", now)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** So long after a bundle has come back the epochs that rest on it may follow, should the giver never say that all is whole. */
const patienceMs = 10 * 60_000;

/**
 * A bundle comes back, and everybody is about to hear of newer keys: the logs that giver and author share wait for the giver, whose
 * epochs would find their numbers taken by whoever announced new ones at once.
 */
export async function awaitGiver(writer: Writer, giver: AccountId, author: AccountId, now: Instant): Promise<void> {
  const until = later(now, patienceMs);
  const shared = writer
    .selectFrom("log_member as giver")
    .innerJoin("log_member as author", "author.log_id", "giver.log_id")
    .select((row) => ["giver.log_id", "giver.account_id", row.val(until).as("until")])
    .where("giver.account_id", "=", giver)
    .where("author.account_id", "=", author);
  await writer
    .insertInto("log_behind")
    .columns(["log_id", "account_id", "until"])
    .expression(shared)
    .onConflict((clash) =>
      clash.columns(["log_id", "account_id"]).doUpdateSet({ until }).where("log_behind.until", "is not", null),
    )
    .execute();
}

/** All bundles of somebody, of the identity that counts and of those before: by them old signatures are verified. */
export async function allBundles(read: Reader, accountId: AccountId): Promise<ReadonlyArray<Uint8Array>> {
  const [now, before] = await Promise.all([
    read
      .selectFrom("key_bundle")
      .select("bytes")
      .where("account_id", "=", accountId)
      .orderBy("version", "desc")
      .execute(),
    read.selectFrom("former_bundle").select("bytes").where("account_id", "=", accountId).execute(),
  ]);
  return [...now, ...before].map(({ bytes }) => bytes);
}
