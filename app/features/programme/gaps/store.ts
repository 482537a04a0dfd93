/** All SQL of a pair's gap. */
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { ManagerOf } from "../../../server/guards/manager.ts";
import type { OneOfPair, PairState } from "../../../server/guards/pair.ts";
import { type Day, dayIn } from "../../../values/day.ts";
import type { AccountId, ProgrammeId, RelationshipId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Role } from "../../../values/role.ts";
import { stillRuns } from "../finish/store.ts";
import { nobodyLeft } from "../leaving/store.ts";
import { type GapFacts, mayLikeAWord } from "./rules.ts";

/** One pair's gap. */
export interface GapRow {
  readonly relationship_id: RelationshipId;
  readonly counted_from: Day | null;
  readonly mentee_fine_on: Day | null;
  readonly mentor_fine_on: Day | null;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    gap: GapRow;
  }
}

/** A pair as its gap and its programme have it. */
export interface PairFacts extends GapFacts {
  readonly relationshipId: RelationshipId;
  readonly state: PairState;
  readonly programmeWantsWord: boolean;
  readonly endsOn: Day | null;
  readonly nextStartsAt: number | null;
  readonly mentee: AccountId;
  readonly mentor: AccountId;
}

function gapRows(read: Reader) {
  return read
    .selectFrom("relationship as pair")
    .innerJoin("programme", "programme.id", "pair.programme_id")
    .leftJoin("cadence", "cadence.relationship_id", "pair.id")
    .leftJoin("gap", "gap.relationship_id", "pair.id")
    .select(["pair.id", "pair.state", "pair.started_at", "pair.mentee_account_id", "pair.mentor_account_id"])
    .select(["programme.may_like_a_word", "programme.ends_on", "cadence.rhythm_days", "cadence.next_starts_at"])
    .select(["gap.counted_from", "gap.mentee_fine_on", "gap.mentor_fine_on"])
    .select((select) =>
      select
        .selectFrom("held_day")
        .select((held) => held.fn.max("held_day.day").as("last"))
        .whereRef("held_day.relationship_id", "=", "pair.id")
        .as("last_held_on"),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof gapRows>["execute"]>>[number];

const factsOf = (row: Row): PairFacts => ({
  relationshipId: row.id,
  state: row.state,
  startedOn: dayIn(row.started_at, "UTC"),
  lastHeldOn: row.last_held_on,
  countedFrom: row.counted_from,
  rhythmDays: row.rhythm_days,
  menteeFineOn: row.mentee_fine_on,
  mentorFineOn: row.mentor_fine_on,
  programmeWantsWord: row.may_like_a_word === 1,
  endsOn: row.ends_on,
  nextStartsAt: row.next_starts_at,
  mentee: row.mentee_account_id,
  mentor: row.mentor_account_id,
});

/** The facts of one pair; `undefined` where there is none. */
export async function findFacts(read: Reader, relationshipId: RelationshipId): Promise<PairFacts | undefined> {
  const row = await gapRows(read).where("pair.id", "=", relationshipId).executeTakeFirst();
  return row && factsOf(row);
}

/** The facts of a programme's pairs that have not ended; none once the programme has. */
export async function livingPairs(
  read: Reader,
  programmeId: ProgrammeId,
  now: Instant,
): Promise<ReadonlyArray<PairFacts>> {
  const rows = await gapRows(read)
    .where("pair.programme_id", "=", programmeId)
    .where("pair.state", "!=", "ended")
    .where(nobodyLeft("pair.id"))
    .where(stillRuns("pair.programme_id", now))
    .execute();
  return rows.map(factsOf);
}

/** Names and addresses of the two, as their mails need them; `undefined` where it is not their pair, or it does not live. */
export async function findNudged(read: Reader, relationshipId: RelationshipId, to: AccountId, now: Instant) {
  const row = await read
    .selectFrom("relationship")
    .innerJoin("account as mentee", "mentee.id", "relationship.mentee_account_id")
    .innerJoin("account as mentor", "mentor.id", "relationship.mentor_account_id")
    .select(["mentee.id as mentee_id", "mentee.name as mentee_name", "mentee.email as mentee_email"])
    .select(["mentor.id as mentor_id", "mentor.name as mentor_name", "mentor.email as mentor_email"])
    .where("relationship.id", "=", relationshipId)
    .where("relationship.state", "=", "live")
    .where(nobodyLeft("relationship.id"))
    .where(stillRuns("relationship.programme_id", now))
    .executeTakeFirst();
  if (row?.mentee_id === to) return { name: row.mentee_name, email: row.mentee_email, otherName: row.mentor_name };
  if (row?.mentor_id === to) return { name: row.mentor_name, email: row.mentor_email, otherName: row.mentee_name };
  return undefined;
}

const fineColumn = (role: Role) => (role === "mentee" ? "mentee_fine_on" : "mentor_fine_on");

/** Keeps that one of the two is fine as of a day, or takes it back. */
export async function keepFine(writer: Writer, pair: OneOfPair, on: Day | null): Promise<void> {
  await keep(writer, pair.relationshipId, { [fineColumn(pair.role)]: on });
}

/** Counts the gap from a day: a pause has ended, and nothing that lay in it is a silence. */
export async function countFrom(writer: Writer, { relationshipId }: OneOfPair, on: Day): Promise<void> {
  await keep(writer, relationshipId, { counted_from: on });
}

async function keep(
  writer: Writer,
  relationshipId: RelationshipId,
  values: Partial<Omit<GapRow, "relationship_id">>,
): Promise<void> {
  const nothing = { counted_from: null, mentee_fine_on: null, mentor_fine_on: null };
  await writer
    .insertInto("gap")
    .values({ relationship_id: relationshipId, ...nothing, ...values })
    .onConflict((clash) => clash.column("relationship_id").doUpdateSet(values))
    .execute();
}

/** The pairs of a programme that may like a word: who, and nothing else. */
export async function pairsForAWord(
  read: Reader,
  { programmeId }: ManagerOf,
  now: Instant,
): Promise<ReadonlySet<RelationshipId>> {
  const today = dayIn(now, "UTC");
  const silent = (await livingPairs(read, programmeId, now)).filter((facts) =>
    mayLikeAWord(facts, { isLive: facts.state === "live", programmeWantsIt: facts.programmeWantsWord }, today),
  );
  return new Set(silent.map(({ relationshipId }) => relationshipId));
}

/** Whether any pair of a programme may like a word, yes or no. */
export async function doSomeLikeAWord(read: Reader, manager: ManagerOf, now: Instant): Promise<boolean> {
  return (await pairsForAWord(read, manager, now)).size > 0;
}
