/** What of sealed logs and keys goes with an account. What the other person of a room keeps stays whole and can be verified. */
import { sql } from "kysely";
import type { Reader, Writer } from "../../../../server/database/database.ts";
import type { AccountId, LogId } from "../../../../values/id.ts";

/**
 * Takes the log of one's own and everything that only its owner's keys open. Of a room that the other person keeps, the records
 * stay, and the bundles by which they are verified; of one that nobody keeps, nothing. True where such a room is left.
 */
export async function leaveLogs(
  writer: Writer,
  accountId: AccountId,
  isKept: (other: AccountId) => boolean,
): Promise<boolean> {
  const rooms = await roomsOf(writer, accountId);
  const kept = rooms.filter(({ other }) => isKept(other));
  await dropOwnWraps(writer, accountId);
  for (const { logId } of rooms.filter((room) => !kept.includes(room)))
    // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in the caller's transaction
    await dropLog(writer, logId);
  await dropFormer(writer, accountId, kept.length > 0);
  await dropOwn(writer, accountId, kept.length > 0);
  return kept.length > 0;
}

/** The rooms of somebody, each with the other person. */
export async function roomsOf(
  read: Reader,
  accountId: AccountId,
): Promise<ReadonlyArray<{ readonly logId: LogId; readonly other: AccountId }>> {
  const rows = await read
    .selectFrom("log_member as mine")
    .innerJoin("log_member as other", "other.log_id", "mine.log_id")
    .select(["mine.log_id", "other.account_id"])
    .where("mine.account_id", "=", accountId)
    .where("other.account_id", "!=", accountId)
    .execute();
  return rows.map((row) => ({ logId: row.log_id, other: row.account_id }));
}

async function dropOwnWraps(writer: Writer, accountId: AccountId): Promise<void> {
  await writer.deleteFrom("log_wrap").where("account_id", "=", accountId).execute();
  await writer.deleteFrom("former_wrap").where("account_id", "=", accountId).execute();
  await writer.deleteFrom("former_slot").where("account_id", "=", accountId).execute();
}

const none = new Uint8Array();

async function dropFormer(writer: Writer, accountId: AccountId, isVerified: boolean): Promise<void> {
  const logs = await writer
    .selectFrom("former_keys")
    .select("own_log_id")
    .where("account_id", "=", accountId)
    .execute();
  for (const { own_log_id: logId } of logs)
    // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in the caller's transaction
    await emptyOwn(writer, logId);
  if (isVerified) {
    await writer.updateTable("former_keys").set({ ring: none }).where("account_id", "=", accountId).execute();
    return;
  }
  await writer.deleteFrom("former_bundle").where("account_id", "=", accountId).execute();
  await writer.deleteFrom("former_keys").where("account_id", "=", accountId).execute();
  for (const { own_log_id: logId } of logs)
    // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in the caller's transaction
    await writer.deleteFrom("log").where("id", "=", logId).execute();
}

async function dropOwn(writer: Writer, accountId: AccountId, isVerified: boolean): Promise<void> {
  const holder = await writer
    .selectFrom("key_holder")
    .select("own_log_id")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  if (!holder) return;
  await emptyOwn(writer, holder.own_log_id);
  if (isVerified) {
    await writer.updateTable("key_holder").set({ ring: none }).where("account_id", "=", accountId).execute();
    return;
  }
  await writer.deleteFrom("key_bundle").where("account_id", "=", accountId).execute();
  await writer.deleteFrom("key_holder").where("account_id", "=", accountId).execute();
  await writer.deleteFrom("log").where("id", "=", holder.own_log_id).execute();
}

/** Everything in a log, and who belonged to it; its row stays. */
async function emptyOwn(writer: Writer, logId: LogId): Promise<void> {
  await writer.deleteFrom("log_wrap").where("log_id", "=", logId).execute();
  await writer.deleteFrom("former_wrap").where("log_id", "=", logId).execute();
  await writer.deleteFrom("log_epoch").where("log_id", "=", logId).execute();
  await writer.deleteFrom("log_entry").where("log_id", "=", logId).execute();
  await sql`delete from log_behind where log_id = ${logId}`.execute(writer);
  await writer.deleteFrom("log_gone").where("log_id", "=", logId).execute();
  await writer.deleteFrom("log_member").where("log_id", "=", logId).execute();
}

/** A log with everything in it. */
async function dropLog(writer: Writer, logId: LogId): Promise<void> {
  await emptyOwn(writer, logId);
  await writer.deleteFrom("log").where("id", "=", logId).execute();
}
