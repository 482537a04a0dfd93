export { readAvailability, refuseAvailability, type AvailabilityRefusal, type Span } from "./availability.ts";
export { changesBetween, oneMorePlace, type Changes, type Move, type OneMorePlace } from "./changes.ts";
export { problemOf } from "./draft.ts";
export { brokenRules, refusePair, type HardRule, type ToldRule } from "./eligibility.ts";
export { faultsOf, type ProblemFault, type ProblemFaultWord } from "./faults.ts";
export { match, type Matched, type MatchOptions } from "./match.ts";
export type { Cohort, Mentee, Mentor, Person, ProblemInRows, ReportsTo, Rules, ScoreTable, Steps } from "./people.ts";
export type {
  Certificate,
  Levels,
  Matching,
  MentorPrice,
  Named,
  Pair,
  PairRows,
  Policy,
  Problem,
  ProblemMentee,
  ProblemMentor,
  ScoredPair,
  Weights,
} from "./problem.ts";
export { reasons, type Reason } from "./reasons.ts";
export { reportingLines, type ReportingLines } from "./reporting.ts";
export type { WithoutRule } from "./rule-counts.ts";
export { problemInRows } from "./rows.ts";
export { score, type Criterion, type Score, type ScorePart } from "./score.ts";
export { markedFor } from "./sealing.ts";
export type { Shortage } from "./shortages.ts";
export { solve } from "./solve.ts";
export { termsOf, usualRules, usualTable, type Terms } from "./terms.ts";
export { verify, type Verdict, type VerifyFault, type VerifyWord } from "./verify.ts";
export { waitingCauses, type WaitingCause } from "./waiting.ts";
export { isTimeZone, weekOf, type Hours, type Week } from "./week.ts";
