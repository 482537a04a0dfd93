/** Appends sealed entries under the running number of their log. The bytes are never looked into here. */
import { hash as hashOnce } from "node:crypto";
import type { AccountId, LogId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { compiled, type Slot } from "../../../../server/database/compiled.ts";
import type { Database, Engine, Reader, Writer } from "../../../../server/database/database.ts";
import type { MemberOfLog } from "../../../../server/guards/log.ts";
import type { Entry } from "../rules.ts";
import { entryKindNumber } from "../schema.ts";

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

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    log_entry: LogEntryRow;
  }
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
  return db.write((writer) => append(writer, db.engine, row), member.logId);
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
  return hashOnce("sha256", bytes, "buffer");
}

/**
 * Taking the number locks the log's row, so numbers become visible in their order and a reader's cursor misses none.
 * Where the bytes or their place are taken, the number goes back: there are no gaps.
 */
async function append(writer: Writer, engine: Engine, row: NewEntry): Promise<number | AppendRefusal> {
  if (engine === "postgres") return (await putNext(writer, row)) ?? appendAgain(writer, row);
  const [next] = await takeNumber(writer, row.log_id);
  if (!next) return (await findSame(writer, row)) ?? "closed";
  if (await putEntry(writer, row, next.last_number)) return next.last_number;
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

/** What `append` answers for an entry that `putNext` did not store. */
async function appendAgain(writer: Writer, row: NewEntry): Promise<number | AppendRefusal> {
  const log = await writer.selectFrom("log").select("closed_at").where("id", "=", row.log_id).executeTakeFirstOrThrow();
  const isClosed = log.closed_at !== null;
  if (!isClosed) await giveNumberBack(writer, row.log_id);
  return (await findSame(writer, row)) ?? (isClosed ? "closed" : "seq-taken");
}

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
  const put = await insertEntry(writer, row.log_id, number, ...valuesOf(row));
  return put.length > 0;
}

/** Takes a number and stores an entry under it in one round trip; `undefined` where the log is closed, or the place is taken. */
async function putNext(writer: Writer, row: NewEntry): Promise<number | undefined> {
  const [put] = await insertNext(writer, row.log_id, ...valuesOf(row));
  return put?.number;
}

type Values = [number, AccountId, string | null, number | null, Uint8Array, Uint8Array, Instant];

function valuesOf({ kind, author_id, device_id, seq, hash, bytes, arrived_at }: NewEntry): Values {
  return [kind, author_id, device_id, seq, hash, bytes, arrived_at];
}

type ValueSlots = [
  Slot<number>,
  Slot<AccountId>,
  Slot<string | null>,
  Slot<number | null>,
  Slot<Uint8Array>,
  Slot<Uint8Array>,
  Slot<Instant>,
];

const insertEntry = compiled((db, log_id: Slot<LogId>, number: Slot<number>, ...values: ValueSlots) =>
  db
    .insertInto("log_entry")
    .values({ log_id, number, ...namesOf(values) })
    .onConflict((clash) => clash.doNothing())
    .returning("number"),
);

function namesOf([kind, author_id, device_id, seq, hash, bytes, arrived_at]: ValueSlots) {
  return { kind, author_id, device_id, seq, hash, bytes, arrived_at };
}

// PostgreSQL alone may change two tables in one statement, and there each round trip counts.
const insertNext = compiled((db, logId: Slot<LogId>, ...values: ValueSlots) => {
  const columns = namesOf(values);
  return db
    .with("next", (next) =>
      next
        .updateTable("log")
        .set((log) => ({ last_number: log("last_number", "+", 1) }))
        .where("id", "=", logId)
        .where("closed_at", "is", null)
        .returning(["id", "last_number"]),
    )
    .insertInto("log_entry")
    .columns(["log_id", "number", "kind", "author_id", "device_id", "seq", "hash", "bytes", "arrived_at"])
    .expression((next) =>
      next
        .selectFrom("next")
        .select([
          "id",
          "last_number",
          columns.kind.as("kind"),
          columns.author_id.as("author_id"),
          columns.device_id.as("device_id"),
          columns.seq.as("seq"),
          columns.hash.as("hash"),
          columns.bytes.as("bytes"),
          columns.arrived_at.as("arrived_at"),
        ]),
    )
    .onConflict((clash) => clash.doNothing())
    .returning("number");
});

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
