/** Rooms that rest since one of the two left: readable, and open to nothing but what belongs to an ending. */
import type { AccountId, LogId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import type { Reader, Writer } from "../../../../server/database/database.ts";
import { mostLastWords } from "./rules.ts";

/** Lets a room rest. Once more changes nothing. */
export async function letLogRest(writer: Writer, logId: LogId, now: Instant): Promise<void> {
  await writer
    .updateTable("log")
    .set({ resting_since: now })
    .where("id", "=", logId)
    .where("resting_since", "is", null)
    .execute();
}

/** A room takes everything again. */
export async function wakeLog(writer: Writer, logId: LogId): Promise<void> {
  await writer.updateTable("log").set({ resting_since: null }).where("id", "=", logId).execute();
}

/** True where a room that rests has taken as much from this person as belongs to an ending. */
export async function hasSaidEnough(read: Reader, logId: LogId, author: AccountId): Promise<boolean> {
  const log = await read.selectFrom("log").select("resting_since").where("id", "=", logId).executeTakeFirst();
  if (!log || log.resting_since === null) return false;
  const { many } = await read
    .selectFrom("log_entry")
    .select((row) => row.fn.countAll<number>().as("many"))
    .where("log_id", "=", logId)
    .where("author_id", "=", author)
    .where("kind", "=", 0)
    .where("arrived_at", ">=", log.resting_since)
    .executeTakeFirstOrThrow();
  return many >= mostLastWords;
}

/** Why a log gave no number: it is closed, paused, or it rests. */
export async function whyShut(read: Reader, logId: LogId): Promise<"closed" | "paused" | "resting"> {
  const log = await read
    .selectFrom("log")
    .select(["closed_at", "paused_since", "resting_since"])
    .where("id", "=", logId)
    .executeTakeFirst();
  if (!log || log.closed_at !== null) return "closed";
  if (log.paused_since !== null) return "paused";
  return log.resting_since === null ? "closed" : "resting";
}
