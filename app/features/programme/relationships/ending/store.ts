/** What an ending does, whoever or whatever ends a pair: its day is kept, its room closes, and goes after the operator's days. */
import type { Writer } from "../../../../server/database/database.ts";
import { dayIn } from "../../../../values/day.ts";
import { type RelationshipId, roomOf } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { firstLook } from "../../../room/log/erasing/keeping/rules.ts";
import { dropRoom } from "../../../room/log/erasing/schema.ts";
import { closeLog } from "../../../room/log/store.ts";

/**
 * Ends a pair and closes its room; once ended it stays so, with its first date. Where it ended now, the answer is the job by which its
 * room goes in its time, for the caller to lay down in the same transaction. `keptDays`: for how long the operator keeps ended rooms.
 */
export async function endPair(
  writer: Writer,
  { relationshipId }: { readonly relationshipId: RelationshipId },
  now: Instant,
  keptDays: number | undefined,
): Promise<ReturnType<typeof dropRoom> | undefined> {
  const { numUpdatedRows } = await writer
    .updateTable("relationship")
    .set({ state: "ended", ended_on: dayIn(now, "UTC") })
    .where("id", "=", relationshipId)
    .where("state", "!=", "ended")
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return undefined;
  const roomId = roomOf(relationshipId);
  await closeLog(writer, roomId, now);
  return dropRoom(roomId, firstLook(now, keptDays));
}
