/** Sealed logs in the database: opening, closing, listing. What is in them is in the folders beside. */
import type { AccountId, LogId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { LogRow } from "../../../server/guards/log.ts";
import type { LogSummary } from "./schema.ts";

/**
 * Opens the room of a pair, in the transaction in which the second yes is stored. Opening it again changes nothing.
 * After the commit call `app.live.logChanged(logId, members)`, so that streams that are open take it in.
 */
export async function openRoomLog(
  writer: Writer,
  logId: LogId,
  members: readonly [AccountId, AccountId],
  now: Instant,
): Promise<void> {
  await openLog(writer, logId, "room", members, now);
}

/** Opens a log with its members; false where there was one with this id. */
export async function openLog(
  writer: Writer,
  logId: LogId,
  kind: LogRow["kind"],
  members: ReadonlyArray<AccountId>,
  now: Instant,
): Promise<boolean> {
  const opened = await writer
    .insertInto("log")
    .values({
      id: logId,
      kind,
      last_number: 0,
      last_epoch: 0,
      opened_at: now,
      closed_at: null,
      resting_since: null,
      paused_since: null,
    })
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!opened) return false;
  await writer
    .insertInto("log_member")
    .values(members.map((member) => ({ log_id: logId, account_id: member })))
    .execute();
  return true;
}

/** Closes a log: it stays readable for its members, and takes nothing new. Closing it again changes nothing. */
export async function closeLog(writer: Writer, logId: LogId, now: Instant): Promise<void> {
  await writer
    .updateTable("log")
    .set({ closed_at: now })
    .where("id", "=", logId)
    .where("closed_at", "is", null)
    .execute();
}

/** The logs of a person, rooms and the own one, oldest first. */
export async function listLogs(read: Reader, accountId: AccountId): Promise<ReadonlyArray<LogSummary>> {
  const rows = await read
    .selectFrom("log_member as mine")
    .innerJoin("log", "log.id", "mine.log_id")
    .innerJoin("log_member as any", "any.log_id", "mine.log_id")
    .leftJoin("log_gone", "log_gone.log_id", "mine.log_id")
    .select([
      "log_gone.how",
      "log.id",
      "log.kind",
      "log.last_number",
      "log.last_epoch",
      "log.closed_at",
      "log.resting_since",
      "log.paused_since",
      "any.account_id",
    ])
    .where("mine.account_id", "=", accountId)
    .orderBy("log.opened_at")
    .orderBy("log.id")
    .orderBy("any.account_id")
    .execute();
  const byLog = Map.groupBy(rows, (row) => row.id);
  return [...byLog.values()].flatMap((members) => {
    const [log] = members;
    if (!log) return [];
    return {
      logId: log.id,
      kind: log.kind,
      lastNumber: log.last_number,
      lastEpoch: log.last_epoch,
      members: members.map((row) => row.account_id),
      open: log.closed_at === null,
      ...(log.resting_since === null ? {} : { resting: true }),
      ...(log.paused_since === null ? {} : { paused: true }),
      ...(log.how === null ? {} : { gone: log.how }),
    };
  });
}

/** Who belongs to the log. */
export async function membersOf(read: Reader, logId: LogId): Promise<ReadonlyArray<AccountId>> {
  const rows = await read.selectFrom("log_member").select("account_id").where("log_id", "=", logId).execute();
  return rows.map((row) => row.account_id);
}
