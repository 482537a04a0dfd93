/** Reads what waiting people may know of the matching; keeps nothing. */
import type { Reader } from "../../../../server/database/database.ts";
import type { ParticipantOf } from "../../../../server/guards/participant.ts";
import type { Instant } from "../../../../values/instant.ts";

/** When the last suggestion of the programme that is open now closes. */
export async function openUntil(
  read: Reader,
  { programmeId }: ParticipantOf,
  now: Instant,
): Promise<Instant | undefined> {
  const row = await read
    .selectFrom("proposal")
    .select("closes_at")
    .where("programme_id", "=", programmeId)
    .where("state", "=", "open")
    .where("closes_at", ">", now)
    .orderBy("closes_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.closes_at;
}
