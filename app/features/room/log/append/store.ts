/** Appends sealed entries under the running number of their log. The bytes are never looked into here. */
import type { AccountId, LogId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { compiled, type Slot } from "../../../../server/database/compiled.ts";
import type { Database, Reader, Writer } from "../../../../server/database/database.ts";
import type { MemberOfLog } from "../../../../server/guards/log.ts";
import type { Entry } from "../rules.ts";
import { hasSaidEnough, whyShut } from "../resting/store.ts";
import { appendAmongMany } from "./many/store.ts";
import { freePlace } from "./place/store.ts";
import { type NewEntry, rowOf } from "./row/store.ts";

/** Why an entry was not stored. */
export type AppendRefusal = "seq-taken" | "closed" | "resting" | "paused";

/** An entry, and whether it may go into a room that rests. */
export type Appended = Entry & { readonly mayRest: boolean };

/** Appends exact bytes and answers their running number; the same bytes again answer with the same number, also in a closed log. */
export async function appendEntry(
  db: Database,
  member: MemberOfLog,
  entry: Appended,
  now: Instant,
): Promise<number | AppendRefusal> {
  const { accountId, logId } = member;
  const atRest = entry.kind === "item" ? "counted" : "taken";
  return appendRow(db, rowOf(logId, accountId, entry, now), entry.mayRest ? atRest : "refused");
}

/** The same where `refuse`, in the same transaction, gives no word why not. */
export function appendUnless<Word extends string>(
  db: Database,
  { accountId, logId }: MemberOfLog,
  entry: Entry,
  now: Instant,
  refuse: (writer: Writer) => Promise<Word | undefined>,
): Promise<number | AppendRefusal | Word> {
  const row = rowOf(logId, accountId, entry, now);
  return db.write(
    async (writer) => (await findSame(writer, row)) ?? (await refuse(writer)) ?? append(writer, row, "taken"),
    logId,
  );
}

/**
 * The same for a record that comes back after a restore, whoever of the members wrote it, and whose signature holds. Nobody can tell
 * a word that was lost from one that was written a moment ago: a room that is paused takes neither (P112).
 */
export async function appendFor(
  db: Database,
  member: MemberOfLog,
  entry: Entry,
  author: AccountId,
  now: Instant,
): Promise<number | Exclude<AppendRefusal, "resting">> {
  const row = rowOf(member.logId, author, entry, now);
  const done = await appendRow(db, row, entry.kind === "item" ? "returned" : "taken");
  return done === "resting" ? "closed" : done;
}

/** What becomes of an entry where the room rests. Only what is "taken" there is taken in a pause, too. */
type AtRest = "refused" | "counted" | "returned" | "taken";

async function appendRow(db: Database, row: NewEntry, atRest: AtRest): Promise<number | AppendRefusal> {
  const number = await appendAmongMany(db, row);
  return number ?? db.write((writer) => append(writer, row, atRest), row.log_id);
}

/**
 * Taking the number locks the log's row, so numbers become visible in their order and a reader's cursor misses none.
 * Where the bytes or their place are taken, the number goes back: there are no gaps.
 */
async function append(writer: Writer, row: NewEntry, atRest: AtRest): Promise<number | AppendRefusal> {
  const [next] = await takeNumber[atRest](writer, row.log_id);
  if (!next) return (await findSame(writer, row)) ?? whyShut(writer, row.log_id);
  // Counted where others wait for the number, so that many at once are not more than the most.
  const isEnough = atRest === "counted" && (await hasSaidEnough(writer, row.log_id, row.author_id));
  if (!isEnough && (await placeEntry(writer, row, next.last_number))) return next.last_number;
  await giveNumberBack(writer, row.log_id);
  return (await findSame(writer, row)) ?? (isEnough ? "resting" : "seq-taken");
}

const raised = (db: Reader, logId: Slot<LogId>) =>
  db
    .updateTable("log")
    .set((log) => ({ last_number: log("last_number", "+", 1) }))
    .where("id", "=", logId)
    .where("closed_at", "is", null)
    .returning("last_number");

/** The next number of a log, where it takes the entry as it stands now. */
const takeNumber = {
  taken: compiled(raised),
  counted: compiled((db, logId: Slot<LogId>) => raised(db, logId).where("paused_since", "is", null)),
  returned: compiled((db, logId: Slot<LogId>) => raised(db, logId).where("paused_since", "is", null)),
  refused: compiled((db, logId: Slot<LogId>) =>
    raised(db, logId).where("paused_since", "is", null).where("resting_since", "is", null),
  ),
};

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

/** The same, also where its place is taken by a record that nobody signed. */
export async function placeEntry(writer: Writer, row: NewEntry, number: number): Promise<boolean> {
  if (await putEntry(writer, row, number)) return true;
  return (await freePlace(writer, row)) && putEntry(writer, row, number);
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
