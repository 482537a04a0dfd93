/** For what somebody is invited as a mentor, in the database. */
import type { Writer } from "../../../../server/database/database.ts";
import type { ManagerOfParticipant } from "../../../../server/guards/participant.ts";
import type { Instant } from "../../../../values/instant.ts";

/** Keeps the programme's words in the place of those before; true where they changed. */
export async function writeInvitedFor(
  writer: Writer,
  { programmeId, participantId }: ManagerOfParticipant,
  now: Instant,
  topics: ReadonlyArray<string>,
): Promise<boolean> {
  const words = JSON.stringify(topics);
  const changed = await writer
    .updateTable("participant")
    .set({ invited_for: words, updated_at: now })
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .where("invited_for", "!=", words)
    .returning("id")
    .executeTakeFirst();
  return changed !== undefined;
}
