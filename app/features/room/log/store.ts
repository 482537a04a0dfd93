/** Sealed logs in the database: opening, closing, listing, appending. The bytes are never looked into here. */
import { createHash } from "node:crypto";
import type { AccountId, LogId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { compiled, type Slot } from "../../../server/database/compiled.ts";
import type { Database, Reader, Writer } from "../../../server/database/database.ts";
import type { LogRow, MemberOfLog } from "../../../server/guards/log.ts";
import type { Entry } from "./rules.ts";
import { entryKindNumber, type LogSummary } from "./schema.ts";

/** One item, epoch, readmit or cut, as exact bytes under the log's running number. */
export interface LogEntryRow {
  readonly log_id: LogId;
  readonly number: number;
  /** `entryKindNumber`. */
  readonly kind: number;
  readonly author_id: AccountId;
  /** The place in its device's chain; empty for a cut. */
  readonly device_id: string | null;
  readonly seq: number | null;
  /** SHA-256 of the exact bytes. */
  readonly hash: Uint8Array;
  readonly bytes: Uint8Array;
  readonly arrived_at: Instant;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    log_entry: LogEntryRow;
  }
}

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
    .values({ id: logId, kind, last_number: 0, last_epoch: 0, opened_at: now, closed_at: null })
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
    .select(["log.id", "log.kind", "log.last_number", "log.last_epoch", "log.closed_at", "any.account_id"])
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
    };
  });
}

/** Who belongs to the log. */
export async function membersOf(read: Reader, logId: LogId): Promise<ReadonlyArray<AccountId>> {
  const rows = await read.selectFrom("log_member").select("account_id").where("log_id", "=", logId).execute();
  return rows.map((row) => row.account_id);
}

/** Why an entry was not stored. */
export type AppendRefusal = "seq-taken" | "closed";

/** Appends exact bytes and answers their running number; the same bytes again answer with the same number, also in a closed log. */
export function appendEntry(
  db: Database,
  member: MemberOfLog,
  entry: Entry,
  now: Instant,
): Promise<number | AppendRefusal> {
  const row = rowOf(member.logId, member.accountId, entry, now);
  return db.write((writer) => append(writer, row), member.logId);
}

/** A row that waits for its running number. */
export type NewEntry = Omit<LogEntryRow, "number">;

/** The row of an entry of this author. */
export function rowOf(logId: LogId, author: AccountId, entry: Entry, now: Instant): NewEntry {
  return {
    log_id: logId,
    kind: entryKindNumber[entry.kind],
    author_id: author,
    device_id: entry.place?.device ?? null,
    seq: entry.place?.seq ?? null,
    hash: hashOf(entry.bytes),
    bytes: entry.bytes,
    arrived_at: now,
  };
}

/** The key by which exact bytes are known again. */
export function hashOf(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

/**
 * Taking the number locks the log's row, so numbers become visible in their order and a reader's cursor misses none.
 * Where the bytes or their place are taken, the number goes back: there are no gaps.
 */
async function append(writer: Writer, row: NewEntry): Promise<number | AppendRefusal> {
  const [next] = await takeNumber(writer, row.log_id);
  if (!next) return (await findSame(writer, row)) ?? "closed";
  const put = await putEntry(writer, row, next.last_number);
  if (put) return next.last_number;
  await giveNumberBack(writer, row.log_id);
  return (await findSame(writer, row)) ?? "seq-taken";
}

const takeNumber = compiled((db, logId: Slot<LogId>) =>
  db
    .updateTable("log")
    .set((log) => ({ last_number: log("last_number", "+", 1) }))
    .where("id", "=", logId)
    .where("closed_at", "is", null)
    .returning("last_number"),
);

/** Gives back a number that was taken in the same transaction, and nothing was stored under. */
export async function giveNumberBack(writer: Writer, logId: LogId): Promise<void> {
  await writer
    .updateTable("log")
    .set((log) => ({ last_number: log("last_number", "-", 1) }))
    .where("id", "=", logId)
    .execute();
}

/** Stores an entry under its number; false where its bytes or its place are taken. */
export async function putEntry(writer: Writer, row: NewEntry, number: number): Promise<boolean> {
  const { log_id, kind, author_id, device_id, seq, hash, bytes, arrived_at } = row;
  const put = await insertEntry(writer, log_id, number, kind, author_id, device_id, seq, hash, bytes, arrived_at);
  return put.length > 0;
}

const insertEntry = compiled(
  (
    db,
    log_id: Slot<LogId>,
    number: Slot<number>,
    kind: Slot<number>,
    author_id: Slot<AccountId>,
    device_id: Slot<string | null>,
    seq: Slot<number | null>,
    hash: Slot<Uint8Array>,
    bytes: Slot<Uint8Array>,
    arrived_at: Slot<Instant>,
  ) =>
    db
      .insertInto("log_entry")
      .values({ log_id, number, kind, author_id, device_id, seq, hash, bytes, arrived_at })
      .onConflict((clash) => clash.doNothing())
      .returning("number"),
);

/** The number under which the same bytes are stored. Equal bytes have an equal place in a chain, or none. */
export async function findSame(read: Reader, row: NewEntry): Promise<number | undefined> {
  const there = read.selectFrom("log_entry").select(["number", "hash"]).where("log_id", "=", row.log_id);
  const found =
    row.seq === null
      ? await there.where("hash", "=", row.hash).where("seq", "is", null).executeTakeFirst()
      : await there
          .where("author_id", "=", row.author_id)
          .where("device_id", "=", row.device_id)
          .where("seq", "=", row.seq)
          .executeTakeFirst();
  return found && Buffer.compare(found.hash, row.hash) === 0 ? found.number : undefined;
}
