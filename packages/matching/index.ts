export type {
  Certificate, Levels, Matching, MentorPrice, Named, Pair, Policy, Problem, ProblemMentee, ProblemMentor, ScoredPair, Weights,
} from "./problem.ts";
export type { Cohort, Mentee, Mentor, Person, ReportsTo, Rules, ScoreTable, Steps } from "./people.ts";
export { faultsOf, type ProblemFault, type ProblemFaultWord } from "./faults.ts";
export { solve } from "./solve.ts";
export { verify, type Verdict, type VerifyFault, type VerifyWord } from "./verify.ts";
