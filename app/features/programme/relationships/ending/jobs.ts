/** What an ending does, whoever or whatever ends a pair: its day is kept, its room closes, and goes after the operator's days. */
import type { App } from "../../../../server/app.ts";
import type { Writer } from "../../../../server/database/database.ts";
import { addJob } from "../../../../server/jobs/table.ts";
import { type RelationshipId, roomOf } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { firstLook } from "../../../room/log/erasing/keeping/rules.ts";
import { dropRoom } from "../../../room/log/erasing/schema.ts";
import { closeLog } from "../../../room/log/store.ts";
import { endRelationship } from "../store.ts";

/** Ends a pair in the caller's transaction; false where it had ended. */
export async function endPair(
  app: App,
  writer: Writer,
  { relationshipId }: { readonly relationshipId: RelationshipId },
  now: Instant,
): Promise<boolean> {
  if (!(await endRelationship(writer, { relationshipId }, now))) return false;
  const roomId = roomOf(relationshipId);
  await closeLog(writer, roomId, now);
  await addJob(writer, app.chance, now, dropRoom(roomId, firstLook(now, app.config.endedRoomDays)));
  return true;
}
