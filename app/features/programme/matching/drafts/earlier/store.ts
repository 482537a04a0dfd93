/**
 * Who rests from each other since the programme before this one. Two who said "not this one" come along as *not again*; without those who
 * got no answer, whoever makes the next programme soon would find out which of the two it was.
 */
import type { Reader } from "../../../../../server/database/database.ts";
import type { ParticipantId, ProgrammeId } from "../../../../../values/id.ts";
import type { Instant } from "../../../../../values/instant.ts";

/** Pairs of this programme's people whose suggestion in the programme before closed after that moment. */
export async function restingBefore(read: Reader, programmeId: ProgrammeId, since: Instant) {
  const rows = await read
    .selectFrom("programme")
    .innerJoin("proposal", "proposal.programme_id", "programme.follows")
    .innerJoin("participant as mentee", "mentee.id", "proposal.mentee_id")
    .innerJoin("participant as mentor", "mentor.id", "proposal.mentor_id")
    .select(["mentee.email_key as mentee_key", "mentee.account_id as mentee_account"])
    .select(["mentor.email_key as mentor_key", "mentor.account_id as mentor_account"])
    .where("programme.id", "=", programmeId)
    .where("proposal.state", "=", "closed")
    .where("proposal.closes_at", ">", since)
    .execute();
  if (rows.length === 0) return [];
  const places = await placesIn(read, programmeId);
  return rows.flatMap((row) => {
    const mentee = places.get(row.mentee_account ?? "") ?? places.get(row.mentee_key);
    const mentor = places.get(row.mentor_account ?? "") ?? places.get(row.mentor_key);
    return mentee && mentor ? [{ mentee_id: mentee, mentor_id: mentor }] : [];
  });
}

/** The people of a programme by their account, and by their address on its list. */
async function placesIn(read: Reader, programmeId: ProgrammeId): Promise<ReadonlyMap<string, ParticipantId>> {
  const people = await read
    .selectFrom("participant")
    .select(["id", "account_id", "email_key"])
    .where("programme_id", "=", programmeId)
    .execute();
  return new Map(people.flatMap(({ id, account_id, email_key }) => [[email_key, id], ...byAccount(account_id, id)]));
}

function byAccount(account: string | null, id: ParticipantId): ReadonlyArray<readonly [string, ParticipantId]> {
  return account === null ? [] : [[account, id]];
}
