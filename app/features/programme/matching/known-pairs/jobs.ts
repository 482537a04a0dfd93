/** Asks people who were a pair before, once both take part: as a suggestion, to which both say yes or no like everyone. */
import { type Cohort, type Terms, termsOf } from "@oakroom/matching";
import type { App } from "../../../../server/app.ts";
import type { JobKind } from "../../../../server/jobs/queue.ts";
import { readPayload } from "../../../../server/jobs/table.ts";
import { dayIn } from "../../../../values/day.ts";
import { type AccountId, MatchId, type ParticipantId, type ProgrammeId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { waitsForContact } from "../../contacts/store.ts";
import { refuseAsking } from "../../finish/store.ts";
import { cohortOf } from "../drafts/rules.ts";
import { findLastSent, readStanding } from "../drafts/store.ts";
import { addRoundJobs } from "../proposals/jobs.ts";
import { closesAt } from "../proposals/rules.ts";
import { insertProposals, type NewProposal } from "../proposals/store.ts";
import { type Candidates, readCandidates } from "../../profile/candidates/store.ts";
import { readProgramme } from "../../programmes/store.ts";
import { reasonsFor, type WaitsFor, waitsFor } from "./rules.ts";
import { AskKnownPairs, askKnownPairsKind } from "./schema.ts";
import { dropNamed, listNamed, type MentorOf, readMentors } from "./store.ts";

/** A pair of before with what it waits for. */
export interface WaitingPair {
  readonly mentee: ParticipantId;
  readonly mentor: ParticipantId;
  readonly waitsFor: WaitsFor;
}

/** The pairs of before of a programme as they stand, and what is needed to ask them. */
export interface FoundPairs {
  readonly pairs: ReadonlyArray<WaitingPair>;
  readonly names: Candidates["names"];
  readonly cohort: Cohort;
  readonly terms: Terms;
}

/** Looks at the pairs of before of a programme; `undefined` where there is none. */
export async function findKnownPairs(
  { db: { read } }: App,
  programmeId: ProgrammeId,
  now: Instant,
): Promise<FoundPairs | undefined> {
  const named = await listNamed(read, programmeId);
  if (named.length === 0) return undefined;
  const { names, ...people } = await readCandidates(read, programmeId);
  const standing = await readStanding(read, programmeId, await findLastSent(read, programmeId), now);
  // They are judged by what people said, and not by the place that is kept for them.
  const apart = { ...standing, taken: [] };
  const nothing = { pinned: [], forbidden: [] };
  const cohort = cohortOf(people, apart, nothing, { seed: programmeId, today: dayIn(now, "UTC") });
  const terms = termsOf(cohort);
  const mentors = await readMentors(read, programmeId);
  const isHeldUp = await waitsForContact(read, programmeId);
  const pairs = named.map(({ mentee_id: mentee, mentor_id: mentor }) => {
    const isTurned = mentors.get(mentor)?.some(({ mentorId, is }) => mentorId === mentee && is !== "named") ?? false;
    const waits = waitsFor({ mentee, mentor }, cohort, terms, isTaken(mentors.get(mentee)));
    const held = isHeldUp && waits === "nobody" ? "contact" : waits;
    return { mentee, mentor, waitsFor: isTurned ? "not-available" : held };
  });
  return { pairs, names, cohort, terms };
}

/** Whether somebody lives in a pair as a mentee, or somebody is suggested to them. */
function isTaken(mentors: ReadonlyArray<MentorOf> = []): boolean {
  return mentors.some(({ is }) => is !== "named");
}

/** The jobs of pairs of before. */
export function knownPairJobs(app: App): ReadonlyArray<JobKind> {
  return [
    {
      kind: askKnownPairsKind,
      async run(job) {
        const { programmeId } = readPayload(AskKnownPairs, job.payload);
        const found = await findKnownPairs(app, programmeId, app.clock());
        for (const pair of found?.pairs ?? [])
          // One after the other: each is asked by itself, and a mentor may stand in several.
          if (found && pair.waitsFor === "nobody") await ask(app, programmeId, found, pair);
      },
    },
  ];
}

/** Asks two people: their row goes and the suggestion comes in one transaction, so that they are asked once. */
async function ask(app: App, programmeId: ProgrammeId, found: FoundPairs, pair: WaitingPair): Promise<void> {
  const now = app.clock();
  const accountOf = (id: ParticipantId): AccountId | undefined => found.names.get(id)?.accountId ?? undefined;
  const [mentee, mentor] = [accountOf(pair.mentee), accountOf(pair.mentor)];
  if (!mentee || !mentor) return;
  const proposal: NewProposal = {
    id: MatchId.parse(app.chance.id()),
    mentee: { participantId: pair.mentee, accountId: mentee },
    mentor: { participantId: pair.mentor, accountId: mentor },
    reasons: [...reasonsFor(pair, found.cohort, found.terms)],
  };
  const { suggestionDays } = await readProgramme(app.db.read, programmeId);
  const round = { programmeId, matchId: proposal.id, askedAt: now, closesAt: closesAt(now, suggestionDays) };
  const isAsked = await app.db.write(async (writer) => {
    if (await waitsForContact(writer, programmeId)) return false;
    if ((await refuseAsking(writer, programmeId, now)) === "finished") return false;
    if (isTaken((await readMentors(writer, programmeId)).get(pair.mentee))) return false;
    if (!(await dropNamed(writer, programmeId, pair.mentee))) return false;
    await insertProposals(writer, round, [proposal]);
    await addRoundJobs(writer, app.chance, round, [mentee, mentor]);
    return true;
  }, programmeId);
  if (!isAsked) return;
  app.jobs.wake();
  app.live.factChanged({ about: "match", id: proposal.id }, [mentee, mentor]);
}
