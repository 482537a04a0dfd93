import { brokenRules, type HardRule, type ToldRule } from "./eligibility.ts";
import type { Cohort } from "./people.ts";
import type { Matching, Problem } from "./problem.ts";
import { termsOf, type Terms } from "./terms.ts";

/** A rule, and how many more mentors there would be for someone without it. */
export interface WithoutRule {
  readonly rule: ToldRule;
  readonly mentors: number;
}

/** Why someone waits. For a manager: it names people and counts. */
export type WaitingCause =
  | { readonly kind: "nobody-eligible"; readonly without: ReadonlyArray<WithoutRule> }
  /** These mentees can go only to these mentors, who have fewer places. */
  | {
      readonly kind: "places-short";
      readonly mentees: ReadonlyArray<string>;
      readonly mentors: ReadonlyArray<string>;
      readonly places: number;
      readonly without: ReadonlyArray<WithoutRule>;
    }
  /** Under policy `choice`: there is room, but not with anyone who would rather have them. */
  | { readonly kind: "others-were-chosen"; readonly without: ReadonlyArray<WithoutRule> };

/** Rules a programme can change. What two people said to each other is not among them. */
const changeable: ReadonlySet<HardRule> = new Set<HardRule>([
  "no-place-offered",
  "reporting-line",
  "no-common-language",
  "same-team",
  "too-few-common-hours",
  "forbidden",
]);

/** Tells why a mentee of the waiting list waits, from the same cohort, problem and matching. */
export function whyWaiting(
  mentee: string,
  cohort: Cohort,
  problem: Problem,
  matching: Matching,
  terms: Terms = termsOf(cohort),
): WaitingCause {
  const without = leaveOneRuleOut(mentee, cohort, terms);
  const reach = shortageAround(mentee, problem, matching);
  if (reach.mentors.length === 0) return { kind: "nobody-eligible", without };
  if (reach.mentees.length <= reach.places) return { kind: "others-were-chosen", without };
  return { kind: "places-short", ...reach, without };
}

/** For each rule: how many mentors only that rule keeps away, the most first. */
function leaveOneRuleOut(id: string, cohort: Cohort, terms: Terms): ReadonlyArray<WithoutRule> {
  const mentee = cohort.mentees.find((person) => person.id === id);
  const counts = new Map<ToldRule, number>();
  for (const mentor of mentee ? cohort.mentors : []) {
    const [rule, second] = mentee ? brokenRules(mentee, mentor, terms) : [];
    if (rule === undefined || rule === "not-again" || second !== undefined || !changeable.has(rule)) continue;
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const list = [...counts].map(([rule, mentors]) => ({ rule, mentors }));
  return list.sort((a, b) => b.mentors - a.mentors || (a.rule < b.rule ? -1 : 1));
}

/**
 * Everyone who competes with a waiting mentee: the mentors they can go to, those who sit there, the mentors
 * those can go to, and so on. When all these places are taken, no other matching places more of them.
 */
function shortageAround(id: string, problem: Problem, matching: Matching) {
  const forbidden = new Set((problem.forbidden ?? []).map(({ mentee, mentor }) => JSON.stringify([mentee, mentor])));
  const pinned = new Set((problem.pinned ?? []).map(({ mentee }) => mentee));
  const seated = new Map<string, string[]>();
  for (const { mentee, mentor } of matching.pairs) {
    if (!pinned.has(mentee)) seated.set(mentor, [...(seated.get(mentor) ?? []), mentee]);
  }
  const reachable = new Map<string, string[]>();
  for (const { mentee, mentor } of problem.pairs) {
    if (forbidden.has(JSON.stringify([mentee, mentor]))) continue;
    const row = reachable.get(mentee);
    if (row) row.push(mentor);
    else reachable.set(mentee, [mentor]);
  }
  const mentees = new Set([id]);
  const mentors = new Set<string>();
  for (const mentee of mentees) {
    for (const mentor of reachable.get(mentee) ?? []) {
      mentors.add(mentor);
      for (const other of seated.get(mentor) ?? []) mentees.add(other);
    }
  }
  // Others who wait for the same places belong to the shortage too.
  for (const other of matching.waiting) {
    const row = reachable.get(other) ?? [];
    if (row.length > 0 && row.every((mentor) => mentors.has(mentor))) mentees.add(other);
  }
  return { mentees: [...mentees].sort(), mentors: [...mentors].sort(), places: freePlaces(problem, mentors) };
}

function freePlaces(problem: Problem, mentors: ReadonlySet<string>): number {
  const places = new Map(problem.mentors.filter(({ id }) => mentors.has(id)).map(({ id, capacity }) => [id, capacity]));
  for (const { mentor } of [...(problem.existing ?? []), ...(problem.pinned ?? [])]) {
    const left = places.get(mentor);
    if (left !== undefined) places.set(mentor, Math.max(0, left - 1));
  }
  return [...places.values()].reduce((sum, count) => sum + count, 0);
}
