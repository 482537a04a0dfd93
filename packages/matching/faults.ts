import type { Pair, Problem } from "./problem.ts";

/** Why a problem cannot be solved as it stands. */
export type ProblemFaultWord =
  | "duplicate-mentee"
  | "duplicate-mentor"
  | "demand-not-possible"
  | "capacity-not-whole"
  | "unknown-mentee"
  | "unknown-mentor"
  | "unknown-person"
  | "duplicate-pair"
  | "points-not-whole"
  | "rank-not-whole"
  | "named-twice"
  | "pinned-not-eligible"
  | "pinned-and-forbidden"
  | "pinned-mentee-taken"
  | "pinned-beyond-capacity"
  | "line-not-whole";

/** One thing that is wrong with a problem: `pairs[12]` is `{ list: "pairs", at: 12 }`. */
export interface ProblemFault {
  readonly word: ProblemFaultWord;
  readonly list:
    | "mentees"
    | "mentors"
    | "pairs"
    | "named"
    | "pinned"
    | "existing"
    | "forbidden"
    | "waited"
    | "fairLine";
  readonly at: number;
}

type Report = (word: ProblemFaultWord, list: ProblemFault["list"], at: number) => void;

interface People {
  readonly mentees: ReadonlySet<string>;
  readonly mentors: ReadonlySet<string>;
}

/** More mentors at once than this nobody is given. */
const mostDemand = 9;

const isWhole = (value: number, least: number) => Number.isSafeInteger(value) && value >= least;

/** A key for a pair that no two different pairs share. */
export const pairKey = ({ mentee, mentor }: Pair): string => `${mentee.length}:${mentee}${mentor}`;

/** Lists everything that keeps a problem from being solved; an empty list means that `solve` accepts it. */
export function faultsOf(problem: Problem): ReadonlyArray<ProblemFault> {
  const faults: ProblemFault[] = [];
  const report: Report = (word, list, at) => void faults.push({ word, list, at });
  const people = checkPeople(problem, report);
  checkPairs(problem, people, report);
  checkNamed(problem, people, report);
  checkPinned(problem, report);
  (problem.waited ?? []).forEach((id, at) => {
    if (!people.mentees.has(id)) report("unknown-mentee", "waited", at);
  });
  if (problem.fairLine !== undefined && !Number.isSafeInteger(problem.fairLine))
    report("line-not-whole", "fairLine", 0);
  return faults;
}

function checkPeople(problem: Problem, report: Report): People {
  const mentees = new Set<string>();
  const mentors = new Set<string>();
  problem.mentees.forEach(({ id, demand }, at) => {
    if (mentees.has(id)) report("duplicate-mentee", "mentees", at);
    if (demand !== undefined && (!isWhole(demand, 1) || demand > mostDemand))
      report("demand-not-possible", "mentees", at);
    mentees.add(id);
  });
  problem.mentors.forEach(({ id, capacity }, at) => {
    if (mentors.has(id)) report("duplicate-mentor", "mentors", at);
    if (!isWhole(capacity, 0)) report("capacity-not-whole", "mentors", at);
    mentors.add(id);
  });
  return { mentees, mentors };
}

function checkPairs(problem: Problem, people: People, report: Report): void {
  for (const list of ["pairs", "existing", "forbidden", "pinned"] as const) {
    const seen = new Set<string>();
    (problem[list] ?? []).forEach((pair, at) => {
      if (!people.mentees.has(pair.mentee)) report("unknown-mentee", list, at);
      if (!people.mentors.has(pair.mentor)) report("unknown-mentor", list, at);
      const key = pairKey(pair);
      if (seen.has(key)) report("duplicate-pair", list, at);
      seen.add(key);
    });
  }
  problem.pairs.forEach(({ points }, at) => {
    if (!Number.isSafeInteger(points)) report("points-not-whole", "pairs", at);
  });
}

function checkNamed(problem: Problem, people: People, report: Report): void {
  const seen = new Set<string>();
  (problem.named ?? []).forEach(({ by, who, rank }, at) => {
    const known = (id: string) => people.mentees.has(id) || people.mentors.has(id);
    if (!known(by) || !known(who)) report("unknown-person", "named", at);
    if (!isWhole(rank, 1)) report("rank-not-whole", "named", at);
    const key = pairKey({ mentee: by, mentor: who });
    if (seen.has(key)) report("named-twice", "named", at);
    seen.add(key);
  });
}

function checkPinned(problem: Problem, report: Report): void {
  const pinned = problem.pinned ?? [];
  if (pinned.length === 0) return;
  const eligible = new Set(problem.pairs.map(pairKey));
  const forbidden = new Set((problem.forbidden ?? []).map(pairKey));
  const looksFor = new Map(problem.mentees.map(({ id, demand }) => [id, demand ?? 1]));
  const living = new Set((problem.existing ?? []).map(pairKey));
  for (const { mentee } of problem.existing ?? []) looksFor.set(mentee, (looksFor.get(mentee) ?? 0) - 1);
  const places = new Map(problem.mentors.map(({ id, capacity }) => [id, capacity]));
  for (const { mentor } of problem.existing ?? []) places.set(mentor, (places.get(mentor) ?? 0) - 1);
  pinned.forEach((pair, at) => {
    if (!eligible.has(pairKey(pair))) report("pinned-not-eligible", "pinned", at);
    if (forbidden.has(pairKey(pair))) report("pinned-and-forbidden", "pinned", at);
    const wishes = looksFor.get(pair.mentee) ?? 0;
    if (wishes <= 0 || living.has(pairKey(pair))) report("pinned-mentee-taken", "pinned", at);
    looksFor.set(pair.mentee, wishes - 1);
    const left = places.get(pair.mentor) ?? 0;
    if (left <= 0) report("pinned-beyond-capacity", "pinned", at);
    places.set(pair.mentor, left - 1);
  });
}
