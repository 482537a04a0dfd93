/** Rooms of paused pairs: readable, and closed to every word until the pair goes on (P112). What keeps keys and chains whole passes. */
import type { LogId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import type { Writer } from "../../../../server/database/database.ts";

/** A room takes nothing that anybody writes. Once more changes nothing. */
export async function pauseLog(writer: Writer, logId: LogId, now: Instant): Promise<void> {
  await writer
    .updateTable("log")
    .set({ paused_since: now })
    .where("id", "=", logId)
    .where("paused_since", "is", null)
    .execute();
}

/** A room takes again what it took before the pause. */
export async function goOnWithLog(writer: Writer, logId: LogId): Promise<void> {
  await writer.updateTable("log").set({ paused_since: null }).where("id", "=", logId).execute();
}
