/** Erases rooms: everything sealed goes in the transaction of the second yes, so that no later backup holds it. */
import { type Erasure, readErasure } from "@oakroom/crypto";
import type { Database, Reader, Writer } from "../../../../server/database/database.ts";
import type { MemberOfLog } from "../../../../server/guards/log.ts";
import type { AccountId, LogId } from "../../../../values/id.ts";
import { type Instant, later } from "../../../../values/instant.ts";
import { putEntry } from "../append/store.ts";
import { type NewEntry, rowOf } from "../append/row/store.ts";
import { entryKindNumber, type LogGone } from "../schema.ts";
import { authorOf, isErased, isSignedBy, newestWords, newKeysWaitMs } from "./rules.ts";

/** A log of which nothing sealed is left. */
export interface LogGoneRow {
  readonly log_id: LogId;
  readonly how: LogGone;
  readonly at: Instant;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    log_gone: LogGoneRow;
  }
}

/** Why a word was not stored. */
export type ErasureRefusal = "open" | "not-next" | "erased" | "began-anew";

/**
 * Stores words that `refuseWords` has passed and whose signatures hold, and erases once both say yes. The same words again change nothing.
 * Of the words before, those count that are signed with the keys that count now.
 */
export function putErasures(
  db: Database,
  member: MemberOfLog,
  erasures: ReadonlyArray<Erasure>,
  now: Instant,
): Promise<{ readonly erased: boolean } | ErasureRefusal> {
  return db.write(async (writer) => {
    const isOpen = await holdLog(writer, member.logId);
    const gone = await findGone(writer, member.logId);
    const held = await signedNow(writer, await readWords(writer, member.logId), member.members);
    const newest = newestWords(held);
    const fresh = erasures.filter((one) => !isKnown(newest.get(authorOf(one)), one));
    if (fresh.length === 0) return { erased: gone === "erased" };
    if (gone === "erased") return "erased";
    if (fresh.some((one) => one.version <= (newest.get(authorOf(one))?.version ?? 0))) return "not-next";
    if (await isAnyNew(writer, fresh, member, now)) return "began-anew";
    const erased = isErased([...held, ...fresh], member.members);
    // Two signatures say that it has ended, also to a server that was restored to before.
    if (isOpen && !erased) return "open";
    for (const one of fresh) {
      // oxlint-disable-next-line no-await-in-loop -- one number follows the other
      await appendWord(writer, member, { kind: "erasure", author: authorOf(one), bytes: one.bytes }, now);
    }
    if (erased) await emptyLog(writer, member.logId, "erased", now);
    return { erased };
  }, member.logId);
}

async function signedNow(
  read: Reader,
  words: ReadonlyArray<Erasure>,
  members: MemberOfLog["members"],
): Promise<ReadonlyArray<Erasure>> {
  const signed = await Promise.all(
    words.map(async (one) => {
      const author = members.find((member) => member === authorOf(one));
      const bundle = author && (await bundleToVerify(read, author));
      return bundle !== undefined && isSignedBy(one, bundle);
    }),
  );
  return words.filter((_, at) => signed[at]);
}

/** True where somebody wants a room erased with keys that whoever holds the ones before may still take back. */
async function isAnyNew(
  read: Reader,
  words: ReadonlyArray<Erasure>,
  { members }: MemberOfLog,
  now: Instant,
): Promise<boolean> {
  const authors = members.filter((member) => words.some((one) => one.yes && authorOf(one) === member));
  if (authors.length === 0) return false;
  const row = await read
    .selectFrom("former_keys")
    .select("account_id")
    .where("account_id", "in", authors)
    .where("lost_at", ">", later(now, -newKeysWaitMs))
    .executeTakeFirst();
  return row !== undefined;
}

function isKnown(held: Erasure | undefined, one: Erasure): boolean {
  return held !== undefined && Buffer.compare(held.bytes, one.bytes) === 0;
}

/** Makes other writers of this log wait; true where it is open. */
export async function holdLog(writer: Writer, logId: LogId): Promise<boolean> {
  const log = await writer
    .updateTable("log")
    .set((row) => ({ last_number: row.ref("last_number") }))
    .where("id", "=", logId)
    .returning("closed_at")
    .executeTakeFirstOrThrow();
  return log.closed_at === null;
}

/** What somebody says of a log, signed. */
export interface SignedWord {
  readonly kind: "erasure" | "founding";
  /** As it names them; a member. */
  readonly author: string;
  readonly bytes: Uint8Array;
}

/** Appends a word that has no place in a chain, also to a log that is closed. */
export async function appendWord(
  writer: Writer,
  member: MemberOfLog,
  { kind, author, bytes }: SignedWord,
  now: Instant,
): Promise<void> {
  const authorId = member.members.find((one) => one === author) ?? member.accountId;
  const entry = { kind, bytes, logId: member.logId, author, logKind: undefined, about: undefined, place: undefined };
  const row: NewEntry = rowOf(member.logId, authorId, entry, now);
  const { last_number: number } = await writer
    .updateTable("log")
    .set((log) => ({ last_number: log("last_number", "+", 1) }))
    .where("id", "=", member.logId)
    .returning("last_number")
    .executeTakeFirstOrThrow();
  await putEntry(writer, row, number);
}

async function readWords(read: Reader, logId: LogId): Promise<ReadonlyArray<Erasure>> {
  const rows = await read
    .selectFrom("log_entry")
    .select("bytes")
    .where("log_id", "=", logId)
    .where("kind", "=", entryKindNumber.erasure)
    .orderBy("number")
    .execute();
  return rows.flatMap(({ bytes }) => {
    const erasure = readErasure(bytes);
    return typeof erasure === "string" ? [] : erasure;
  });
}

async function findGone(read: Reader, logId: LogId): Promise<LogGone | undefined> {
  const row = await read.selectFrom("log_gone").select("how").where("log_id", "=", logId).executeTakeFirst();
  return row?.how;
}

/** When a log was closed; `undefined` while it is open, or where nothing is left of it already. */
export async function closedAt(read: Reader, logId: LogId): Promise<Instant | undefined> {
  const row = await read
    .selectFrom("log")
    .leftJoin("log_gone", "log_gone.log_id", "log.id")
    .select(["log.closed_at", "log_gone.how"])
    .where("log.id", "=", logId)
    .executeTakeFirst();
  return row?.how === null ? (row.closed_at ?? undefined) : undefined;
}

/** Takes everything sealed out of a log: wraps, epochs, entries. Words of one kind stay, as the signed proof of what the two said. */
export async function dropSealed(writer: Writer, logId: LogId, stays: SignedWord["kind"]): Promise<void> {
  await writer.deleteFrom("log_wrap").where("log_id", "=", logId).execute();
  // Those of an identity that was lost, and may have been kept for its return.
  await writer.deleteFrom("former_wrap").where("log_id", "=", logId).execute();
  await writer.deleteFrom("log_epoch").where("log_id", "=", logId).execute();
  await writer
    .deleteFrom("log_entry")
    .where("log_id", "=", logId)
    .where("kind", "!=", entryKindNumber[stays])
    .execute();
}

/** Empties a log for good: nothing sealed stays, and nothing new comes. */
export async function emptyLog(writer: Writer, logId: LogId, how: LogGone, now: Instant): Promise<void> {
  await dropSealed(writer, logId, "erasure");
  await writer
    .updateTable("log")
    .set({ closed_at: now })
    .where("id", "=", logId)
    .where("closed_at", "is", null)
    .execute();
  await writer
    .insertInto("log_gone")
    .values({ log_id: logId, how, at: now })
    .onConflict((clash) => clash.column("log_id").doUpdateSet({ how, at: now }))
    .execute();
}

/** The newest bundle of somebody, by which their word is verified; `undefined` where they have no keys. */
export async function bundleToVerify(read: Reader, accountId: AccountId): Promise<Uint8Array | undefined> {
  const row = await read
    .selectFrom("key_bundle")
    .select("bytes")
    .where("account_id", "=", accountId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.bytes;
}
