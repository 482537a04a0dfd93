/** Epochs and their wraps in the database: a record and the wraps of all members are stored together or not at all. */
import { sql } from "kysely";
import type { AccountId, LogId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import type { Database, Reader, Writer } from "../../../../server/database/database.ts";
import type { MemberOfLog } from "../../../../server/guards/log.ts";
import { newestKeys } from "../keys/store.ts";
import { isBehind } from "../restoring/store.ts";
import { type Announcement, namesNewestKeys, type Wrap } from "../rules.ts";
import { isSquatted } from "../append/place/store.ts";
import { type NewEntry, rowOf } from "../append/row/store.ts";
import { findSame, giveNumberBack, placeEntry } from "../append/store.ts";

/** One epoch that was announced. */
export interface LogEpochRow {
  readonly log_id: LogId;
  readonly n: number;
  /** The running number of its record. */
  readonly number: number;
  /** The hash by which wraps name it. */
  readonly hash: Uint8Array;
}

/** One member's wrap of one epoch's key. */
export interface LogWrapRow {
  readonly log_id: LogId;
  readonly epoch: number;
  readonly account_id: AccountId;
  readonly iek_version: number;
  readonly bytes: Uint8Array;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    log_epoch: LogEpochRow;
    log_wrap: LogWrapRow;
  }
}

/** Why an epoch was not announced. */
export type EpochRefusal = "seq-taken" | "closed" | "not-next" | "older-bundle" | "behind";

/**
 * Announces the next epoch and answers its running number; the same record again answers with the same number.
 * `refuseAnnouncement` has passed it: it names the members of the log, and there is a wrap for each.
 */
export function announceEpoch(
  db: Database,
  member: MemberOfLog,
  announcement: Announcement,
  now: Instant,
): Promise<number | EpochRefusal> {
  const { epoch } = announcement;
  const row = rowOf(member.logId, member.accountId, epoch, now);
  return storeEpoch(db, member, announcement, row, async (writer) => {
    if (await isBehind(writer, member.logId, now)) return "behind";
    const held = await newestKeys(writer, db.engine, member.members);
    return namesNewestKeys(epoch, held) ? undefined : "older-bundle";
  });
}

/** Stores an epoch of before a restore, of any member, whose signature holds: the keys that it names may be older by now. */
export function announceAgain(
  db: Database,
  member: MemberOfLog,
  announcement: Announcement,
  author: AccountId,
  now: Instant,
): Promise<number | "seq-taken" | "closed" | "not-next"> {
  const row = rowOf(member.logId, author, announcement.epoch, now);
  return storeEpoch<never>(db, member, announcement, row, async () => undefined);
}

function storeEpoch<Refusal extends string>(
  db: Database,
  { logId, members }: MemberOfLog,
  announcement: Announcement,
  row: NewEntry,
  refuse: (writer: Writer) => Promise<Refusal | undefined>,
): Promise<number | Refusal | "seq-taken" | "closed" | "not-next"> {
  const { n } = announcement.epoch;
  return db.write(async (writer) => {
    const same = await findSame(writer, row);
    if (same !== undefined) return same;
    const number = await takeEpochNumber(writer, logId, n);
    if (number === "not-next" && (await isSquatted(writer, row, n)))
      return (await refuse(writer)) ?? insertInPlace(writer, row, announcement, members);
    if (typeof number === "string") return number;
    const refused = await refuse(writer);
    const stored = refused === undefined && (await insertEpoch(writer, row, number, announcement, members));
    if (stored) return number;
    await giveEpochNumberBack(writer, logId, n);
    return refused ?? "seq-taken";
  }, logId);
}

/** The compare-and-set: of all who announce this number, one takes it. */
async function takeEpochNumber(writer: Writer, logId: LogId, n: number): Promise<number | "closed" | "not-next"> {
  const taken = await writer
    .updateTable("log")
    .set((log) => ({ last_number: log("last_number", "+", 1), last_epoch: n }))
    .where("id", "=", logId)
    .where("closed_at", "is", null)
    .where("last_epoch", "=", n - 1)
    .returning("last_number")
    .executeTakeFirst();
  if (taken) return taken.last_number;
  const log = await writer.selectFrom("log").select("closed_at").where("id", "=", logId).executeTakeFirstOrThrow();
  return log.closed_at === null ? "not-next" : "closed";
}

async function giveEpochNumberBack(writer: Writer, logId: LogId, n: number): Promise<void> {
  await writer
    .updateTable("log")
    .set((log) => ({ last_number: log("last_number", "-", 1), last_epoch: n - 1 }))
    .where("id", "=", logId)
    .execute();
}

/** The same in the place of an epoch that nobody signed; its record stays under its number, and is nothing. */
async function insertInPlace(
  writer: Writer,
  row: NewEntry,
  announcement: Announcement,
  members: ReadonlyArray<AccountId>,
): Promise<number | "seq-taken"> {
  const { log_id: logId } = row;
  const { n } = announcement.epoch;
  const { last_number: number } = await writer
    .updateTable("log")
    .set((log) => ({ last_number: log("last_number", "+", 1) }))
    .where("id", "=", logId)
    .returning("last_number")
    .executeTakeFirstOrThrow();
  if (!(await placeEntry(writer, row, number))) {
    await giveNumberBack(writer, logId);
    return "seq-taken";
  }
  await writer.deleteFrom("log_wrap").where("log_id", "=", logId).where("epoch", "=", n).execute();
  await writer.deleteFrom("log_epoch").where("log_id", "=", logId).where("n", "=", n).execute();
  await insertKeys(writer, row, number, announcement, members);
  return number;
}

/** Stores record, epoch and wraps under a number that is taken; false where the record's place in its chain is taken. */
export async function insertEpoch(
  writer: Writer,
  row: NewEntry,
  number: number,
  announcement: Announcement,
  members: ReadonlyArray<AccountId>,
): Promise<boolean> {
  if (!(await placeEntry(writer, row, number))) return false;
  await insertKeys(writer, row, number, announcement, members);
  return true;
}

async function insertKeys(
  writer: Writer,
  row: NewEntry,
  number: number,
  { epoch, wraps }: Announcement,
  members: ReadonlyArray<AccountId>,
): Promise<void> {
  await writer.insertInto("log_epoch").values({ log_id: row.log_id, n: epoch.n, number, hash: epoch.hash }).execute();
  const rows = members.flatMap((member) =>
    wraps
      .filter((wrap) => wrap.user === member)
      .map((wrap) => ({
        log_id: row.log_id,
        epoch: epoch.n,
        account_id: member,
        iek_version: wrap.iekVersion,
        bytes: wrap.bytes,
      })),
  );
  await writer.insertInto("log_wrap").values(rows).execute();
}

/** The caller's own wraps of a log, by epoch. */
export async function readWraps(read: Reader, member: MemberOfLog): Promise<ReadonlyArray<Uint8Array>> {
  const rows = await read
    .selectFrom("log_wrap")
    .select("bytes")
    .where("log_id", "=", member.logId)
    .where("account_id", "=", member.accountId)
    .orderBy("epoch")
    .execute();
  return rows.map((row) => row.bytes);
}

/**
 * Why a wrap was not replaced. "older-bundle": it is not for its holder's newest encryption key, or one for that key is there, or
 * somebody else's is.
 */
export type WrapRefusal = "no-such-epoch" | "not-a-member" | "older-bundle";

/**
 * Puts a wrap where its holder has none for this epoch. In the place of one that is there only its holder puts another:
 * nobody takes a key from somebody else. Nor for the same key twice: whoever merely holds a sign-in would take
 * what is written from its owner's next device.
 */
export async function replaceWrap(
  db: Database,
  member: MemberOfLog,
  wrap: Wrap,
  now: Instant,
): Promise<"replaced" | WrapRefusal> {
  const holder = member.members.find((one) => one === wrap.user);
  if (!holder) return "not-a-member";
  const { n, iekVersion, bytes } = wrap;
  const values = { log_id: member.logId, epoch: n, account_id: holder, iek_version: iekVersion, bytes };
  return db.write(async (writer) => {
    const epoch = await writer
      .selectFrom("log_epoch")
      .select("hash")
      .where("log_id", "=", member.logId)
      .where("n", "=", n)
      .executeTakeFirst();
    if (!epoch || Buffer.compare(epoch.hash, wrap.epochHash) !== 0) return "no-such-epoch";
    const [keys] = await newestKeys(writer, db.engine, [holder]);
    if (keys?.iekVersion !== iekVersion) return "older-bundle";
    // A restored server may hold one of keys that were lost since, of the same version.
    const isRestored = await isBehind(writer, member.logId, now);
    const put = await writer
      .insertInto("log_wrap")
      .values(values)
      .onConflict((clash) => {
        const place = clash.columns(["log_id", "epoch", "account_id"]);
        if (holder !== member.accountId) return place.doNothing();
        const older = isRestored ? ("<=" as const) : ("<" as const);
        return place
          .doUpdateSet({ iek_version: iekVersion, bytes })
          .where((row) => row.or([row("log_wrap.iek_version", older, iekVersion), row("log_wrap.bytes", "=", bytes)]));
      })
      .returning(sql<number>`1`.as("put"))
      .executeTakeFirst();
    return put ? "replaced" : "older-bundle";
  }, member.logId);
}
