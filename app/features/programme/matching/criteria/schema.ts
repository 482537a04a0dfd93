/** How a programme matches: what everyone in it reads, and what its manager tries and changes. */
import * as z from "zod/mini";
import { DraftId, ProgrammeId } from "../../../../values/id.ts";
import { operation } from "../../../../values/operation.ts";
import { highestFairLine, mostCommonHours, weights } from "./rules.ts";

const Weight = z.enum(weights);

/** A programme's criteria. */
export const Criteria = z.strictObject({
  differentTeam: z.boolean(),
  commonLanguage: z.boolean(),
  commonHours: z.int().check(z.minimum(0), z.maximum(mostCommonHours)),
  fairLine: z.int().check(z.minimum(0), z.maximum(highestFairLine)),
  weights: z.strictObject({
    topics: Weight,
    "common-hours": Weight,
    languages: Weight,
    "level-distance": Weight,
    "same-site": Weight,
  }),
});

const inProgramme = z.strictObject({ programmeId: ProgrammeId });

/** The criteria in force. */
export const ReadCriteria = operation({
  id: "readCriteria",
  method: "GET",
  path: "/programmes/:programmeId/matching/criteria",
  summary: "The rules and points by which a programme matches",
  params: inProgramme,
  answer: z.object({ programmeName: z.string(), criteria: Criteria }),
});

/**
 * A draft in figures: how many would have a mentor, the points of all its pairs by the table of now and by the new one, and how many
 * pairs fit less than the new fair line, by the new table; null where there is no such line.
 */
const Figures = z.object({ placed: z.int(), byNow: z.int(), byThen: z.int(), below: z.nullable(z.int()) });

/** What other criteria would change in the open draft; `from` or `to` is null for waiting. */
export const CriteriaChanges = z.object({
  draftId: DraftId,
  moves: z.array(z.object({ mentee: z.string(), from: z.nullable(z.string()), to: z.nullable(z.string()) })),
  /** Pinned pairs that the new rules would not allow, by name. */
  letGo: z.array(z.object({ mentee: z.string(), mentor: z.string() })),
  before: Figures,
  after: Figures,
});
/** What other criteria would change in the open draft. */
export type CriteriaChanges = z.infer<typeof CriteriaChanges>;

/** Works out what other criteria would change, and changes nothing. Null where there is no draft. */
export const TryCriteria = operation({
  id: "tryCriteria",
  method: "POST",
  path: "/programmes/:programmeId/matching/criteria/try",
  summary: "What other criteria would change in the draft on the board",
  params: inProgramme,
  body: z.strictObject({ criteria: Criteria }),
  answer: z.object({ changes: z.nullable(CriteriaChanges), leavesOutOwn: z.boolean() }),
  refusals: ["topics-count", "changed-meanwhile"],
});

/** Changes the criteria; `was` are those that the manager saw. The draft on the board stays until a new one is made. */
export const ChangeCriteria = operation({
  id: "changeCriteria",
  method: "PUT",
  path: "/programmes/:programmeId/matching/criteria",
  summary: "Change the rules and points by which a programme matches",
  params: inProgramme,
  body: z.strictObject({ criteria: Criteria, was: Criteria }),
  refusals: ["topics-count", "changed-meanwhile"],
});
