import { byId, fingerprint } from "./order.ts";
import type { Cohort } from "./people.ts";
import type { Matching, MentorPrice, Problem, Weights } from "./problem.ts";

/** Every statement of a problem as one line; optional lists that are empty or absent give none. */
export function* entriesOfProblem(problem: Problem): Generator<string> {
  for (const { id, demand } of problem.mentees) yield line("mentee", id, demand ?? 1);
  for (const { id, capacity } of problem.mentors) yield line("mentor", id, capacity);
  for (const { mentee, mentor, points } of problem.pairs) yield line("pair", mentee, mentor, points);
  for (const { by, who, rank } of problem.named ?? []) yield line("named", by, who, rank);
  for (const list of ["pinned", "existing", "forbidden"] as const) {
    for (const { mentee, mentor } of problem[list] ?? []) yield line(list, mentee, mentor);
  }
  for (const id of problem.waited ?? []) yield line("waited", id);
  yield line("settings", String(problem.fairLine), problem.policy ?? "agreed", problem.seed ?? "");
}

/** The same answer with the mark of a problem that lists the pairs of its people: what a problem file is checked against. */
export function markedFor(problem: Problem, matching: Matching): Matching {
  const input = fingerprint(entriesOfProblem(problem));
  return { ...matching, certificate: { ...matching.certificate, input } };
}

/** Every statement of a cohort as one line: its points follow from these. */
export function* entriesOfCohort(cohort: Cohort): Generator<string> {
  for (const role of ["mentees", "mentors"] as const) for (const person of cohort[role]) yield line(role, told(person));
  for (const list of ["reporting", "notAgain", "deciding", "forbidden", "pinned", "existing", "named"] as const)
    for (const one of cohort[list] ?? []) yield line(list, told(one));
  for (const id of cohort.waited ?? []) yield line("waited", id);
  const { referenceWeek, rules, table, fairLine, policy, seed } = cohort;
  yield line("settings", told({ referenceWeek, rules, table, fairLine, policy, seed }));
}

/** Every statement of an answer as one line. */
export function* entriesOfAnswer(
  matching: Omit<Matching, "certificate">,
  weights: Weights,
  prices: ReadonlyArray<MentorPrice>,
): Generator<string> {
  for (const { mentee, mentor, points } of matching.pairs) yield line("pair", mentee, mentor, points);
  for (const id of matching.waiting) yield line("waiting", id);
  for (const { mentee, mentor } of matching.exceptions) yield line("exception", mentee, mentor);
  const { placed, further, mutualKept, belowLine, points } = matching.levels;
  yield line("levels", placed, further, mutualKept, belowLine, points);
  yield line("weights", weights.placed, weights.further, weights.mutual, weights.line, weights.points, weights.waited);
  for (const price of prices) yield line("price", price.mentor, price.levels, price.points);
}

/** The same words for the same thing, in whichever order its parts were written. */
function told(value: object): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => byId(a, b)))
      : part,
  );
}

const line = (...parts: ReadonlyArray<string | number>) => JSON.stringify(parts);
