/** Earlier drafts and rounds of a programme, and any two of them beside each other. Its managers, without what is about their own place. */
import * as z from "zod/mini";
import { DraftId, ProgrammeId } from "../../../../values/id.ts";
import { Instant } from "../../../../values/instant.ts";
import { operation } from "../../../../values/operation.ts";

/** So many are listed at most, the newest first. */
export const mostRounds = 30;

/** A draft that was on the board once: "open" is there now, "replaced" was, of "sent" the people were asked: a round. */
const Round = z.object({
  draftId: DraftId,
  number: z.int(),
  state: z.enum(["open", "replaced", "sent"]),
  madeAt: Instant,
  sentAt: z.nullable(Instant),
  /** The manager who made it, by name. */
  madeBy: z.string(),
  placed: z.int(),
  waiting: z.int(),
});
/** A draft that was on the board once. */
export type Round = z.infer<typeof Round>;

const inProgramme = z.strictObject({ programmeId: ProgrammeId });

/** The drafts that were on the board, the newest first. */
export const ListRounds = operation({
  id: "listMatchRounds",
  method: "GET",
  path: "/programmes/:programmeId/matching/drafts",
  summary: "The drafts and rounds of a programme",
  params: inProgramme,
  answer: z.object({
    programmeName: z.string(),
    rounds: z.array(Round),
    /** True for a manager who takes part: what is about their own place is left out. */
    leavesOutOwn: z.boolean(),
  }),
});

const Name = z.nullable(z.string());
const Sums = z.object({ placed: z.int(), points: z.int() });

/** What is other in the draft of the path than in `with`; names as the programme has them, null for nobody. Sums are by the published table. */
export const CompareRounds = operation({
  id: "compareMatchRounds",
  method: "GET",
  path: "/programmes/:programmeId/matching/drafts/:draftId/changes",
  summary: "Two drafts of a programme beside each other",
  params: z.strictObject({ programmeId: ProgrammeId, draftId: DraftId }),
  query: z.strictObject({ with: DraftId }),
  answer: z.object({
    moves: z.array(z.object({ mentee: z.string(), from: Name, to: Name })),
    before: Sums,
    after: Sums,
  }),
  refusals: ["not-there"],
});
/** Two drafts beside each other. */
export type RoundChanges = z.infer<typeof CompareRounds.answer>;
