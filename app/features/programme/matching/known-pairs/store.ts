/** All SQL of pairs that a file of the programme names. A row goes with either participant; no account stands in it. */
import type { Reader, Writer } from "../../../../server/database/database.ts";
import type { ParticipantId, ProgrammeId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";

/** Two people who were a pair before, and who have not been asked yet. */
export interface KnownPairRow {
  readonly programme_id: ProgrammeId;
  readonly mentee_id: ParticipantId;
  readonly mentor_id: ParticipantId;
  readonly named_at: Instant;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    known_pair: KnownPairRow;
  }
}

/** Somebody's mentor as it stands: they live as a pair, they are asked, or a file named them. */
export interface MentorOf {
  readonly mentorId: ParticipantId;
  readonly is: "living" | "asked" | "named";
}

/** For each mentee of a programme, their mentors as they stand. */
export async function readMentors(
  read: Reader,
  programmeId: ProgrammeId,
): Promise<ReadonlyMap<ParticipantId, ReadonlyArray<MentorOf>>> {
  const living = await read
    .selectFrom("relationship")
    .select(["mentee_id", "mentor_id"])
    .where("programme_id", "=", programmeId)
    .where("state", "!=", "ended")
    .execute();
  const asked = await read
    .selectFrom("proposal")
    .select(["mentee_id", "mentor_id"])
    .where("programme_id", "=", programmeId)
    .where("state", "=", "open")
    .execute();
  const named = await listNamed(read, programmeId);
  const found = new Map<ParticipantId, MentorOf[]>();
  const note = (is: MentorOf["is"], rows: ReadonlyArray<Pick<KnownPairRow, "mentee_id" | "mentor_id">>) => {
    for (const row of rows)
      found.set(row.mentee_id, [...(found.get(row.mentee_id) ?? []), { mentorId: row.mentor_id, is }]);
  };
  note("living", living);
  note("asked", asked);
  note("named", named);
  return found;
}

/** The pairs of before that wait, in the order of their ids. */
export function listNamed(read: Reader, programmeId: ProgrammeId) {
  return read
    .selectFrom("known_pair")
    .select(["mentee_id", "mentor_id"])
    .where("programme_id", "=", programmeId)
    .orderBy("mentee_id")
    .execute();
}

/** Keeps the pairs that a file names, and forgets those that it takes back. Everyone in it is in the programme by now. */
export async function writeNamed(
  writer: Writer,
  programmeId: ProgrammeId,
  pairs: ReadonlyArray<{ readonly mentee: string; readonly mentor: string | null }>,
  now: Instant,
): Promise<void> {
  const people = await writer
    .selectFrom("participant")
    .select(["id", "email_key"])
    .where("programme_id", "=", programmeId)
    .execute();
  const ids = new Map(people.map(({ id, email_key }) => [email_key, id]));
  for (const { mentee, mentor } of pairs) {
    const menteeId = ids.get(mentee);
    const mentorId = mentor === null ? undefined : ids.get(mentor);
    if (!menteeId) continue;
    // One statement after the other, in the caller's transaction.
    // oxlint-disable no-await-in-loop
    await dropNamed(writer, programmeId, menteeId);
    if (mentorId)
      await writer
        .insertInto("known_pair")
        .values({ programme_id: programmeId, mentee_id: menteeId, mentor_id: mentorId, named_at: now })
        .execute();
    // oxlint-enable no-await-in-loop
  }
}

/** Forgets the pair of before of a mentee; true where there was one. */
export async function dropNamed(writer: Writer, programmeId: ProgrammeId, menteeId: ParticipantId): Promise<boolean> {
  const gone = await writer
    .deleteFrom("known_pair")
    .where("programme_id", "=", programmeId)
    .where("mentee_id", "=", menteeId)
    .returning("mentor_id")
    .executeTakeFirst();
  return gone !== undefined;
}

/** Forgets whatever somebody was named in: they leave, or are taken off the list. */
export async function dropNamedWith(
  writer: Writer,
  { programmeId, participantId }: { readonly programmeId: ProgrammeId; readonly participantId: ParticipantId },
): Promise<void> {
  await writer
    .deleteFrom("known_pair")
    .where("programme_id", "=", programmeId)
    .where((where) => where.or([where("mentee_id", "=", participantId), where("mentor_id", "=", participantId)]))
    .execute();
}
