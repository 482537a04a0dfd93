/** Whoever used an invitation becomes one of the programme's people. */
import type { Writer } from "../../../../server/database/database.ts";
import type { AccountId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import type { LetIn } from "../store.ts";

/** Ties a person of a programme to their account. Whoever took part before and comes back takes part at once; `false` where the account is somebody else here. */
export async function joinProgramme(
  writer: Writer,
  { programmeId, participantId }: LetIn,
  accountId: AccountId,
  now: Instant,
): Promise<boolean> {
  const other = await writer
    .selectFrom("participant")
    .select("id")
    .where("programme_id", "=", programmeId)
    .where("account_id", "=", accountId)
    .where("id", "!=", participantId)
    .executeTakeFirst();
  if (other) return false;
  await writer
    .updateTable("participant")
    .set((row) => ({
      account_id: accountId,
      state: row
        .case()
        .when("enrolled_at", "is not", null)
        .then("enrolled" as const)
        .else("invited" as const)
        .end(),
      updated_at: now,
    }))
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .execute();
  return true;
}
