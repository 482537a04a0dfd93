/** The moment from which somebody takes part. */
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { ParticipantOf } from "../../../server/guards/participant.ts";
import type { AccountId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { hasFinished } from "../finish/rules.ts";
import { readSpan } from "../finish/store.ts";

/** Whether somebody's keys are enrolled. */
export async function hasKeys(read: Reader, accountId: AccountId): Promise<boolean> {
  return (
    (await read
      .selectFrom("key_holder")
      .select("account_id")
      .where("account_id", "=", accountId)
      .executeTakeFirst()) !== undefined
  );
}

/** Whether somebody who has not joined yet would join a programme that has ended. */
export async function isTooLate(
  read: Reader,
  { programmeId, participantId }: ParticipantOf,
  now: Instant,
): Promise<boolean> {
  const place = await read
    .selectFrom("participant")
    .select("state")
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .where("state", "=", "invited")
    .executeTakeFirst();
  return place !== undefined && hasFinished((await readSpan(read, programmeId)).finishesAt, now);
}

/** Lets an invited person take part. Whoever does already stays as they are. */
export async function enrol(
  writer: Writer,
  { programmeId, participantId }: ParticipantOf,
  now: Instant,
): Promise<void> {
  await writer
    .updateTable("participant")
    .set({ state: "enrolled", enrolled_at: now, updated_at: now })
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .where("state", "=", "invited")
    .execute();
}
