/** Notes who opened somebody's page, one row a day. */
import type { Reader, Writer } from "../../../../server/database/database.ts";
import type { ManagerOfParticipant } from "../../../../server/guards/participant.ts";
import type { SignedIn } from "../../../../server/guards/signed-in.ts";
import { addDays, type Day } from "../../../../values/day.ts";
import type { AccountId, ParticipantId, ProgrammeId } from "../../../../values/id.ts";

/** That a manager opened somebody's page on a day. */
export interface ProfileLookRow {
  readonly programme_id: ProgrammeId;
  readonly participant_id: ParticipantId;
  readonly account_id: AccountId;
  readonly day: Day;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    profile_look: ProfileLookRow;
  }
}

const keptDays = 365;

/** Notes that a manager opened somebody's page, and forgets what is a year old. One's own page is nobody's look. */
export async function noteLook(writer: Writer, proof: ManagerOfParticipant, today: Day): Promise<void> {
  const { programmeId: programme_id, participantId: participant_id, accountId: account_id, ownPlace } = proof;
  if (ownPlace === participant_id) return;
  await writer
    .insertInto("profile_look")
    .values({ programme_id, participant_id, account_id, day: today })
    .onConflict((clash) => clash.doNothing())
    .execute();
  await writer
    .deleteFrom("profile_look")
    .where("programme_id", "=", programme_id)
    .where("participant_id", "=", participant_id)
    .where("day", "<", addDays(today, -keptDays))
    .execute();
}

/** Who opened the caller's pages, the newest first. */
export async function listLooks(read: Reader, { accountId }: SignedIn) {
  const rows = await read
    .selectFrom("profile_look as look")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.programme_id", "=", "look.programme_id")
        .onRef("participant.id", "=", "look.participant_id"),
    )
    .innerJoin("programme", "programme.id", "look.programme_id")
    .innerJoin("account as manager", "manager.id", "look.account_id")
    .select(["look.day", "manager.name as by", "programme.name as programme_name"])
    .where("participant.account_id", "=", accountId)
    .orderBy("look.day", "desc")
    .orderBy("manager.name")
    .execute();
  return rows.map((row) => ({ programmeName: row.programme_name, on: row.day, by: row.by }));
}
