import { brokenRules, type HardRule, type ToldRule } from "./eligibility.ts";
import { byId } from "./order.ts";
import type { Cohort } from "./people.ts";
import type { Matching, Pair, Problem } from "./problem.ts";
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

/** Tells why each mentee of the waiting list waits, from the same cohort, problem and matching. */
export function waitingCauses(
  cohort: Cohort,
  problem: Problem,
  matching: Matching,
  terms: Terms = termsOf(cohort),
): ReadonlyMap<string, WaitingCause> {
  const reach = reachOf(problem, matching);
  return new Map(matching.waiting.map((mentee) => [mentee, causeFor(mentee, cohort, reach, terms)]));
}

/** Tells why one mentee of the waiting list waits; for all of them ask `waitingCauses`. */
export function whyWaiting(
  mentee: string,
  cohort: Cohort,
  problem: Problem,
  matching: Matching,
  terms: Terms = termsOf(cohort),
): WaitingCause {
  return causeFor(mentee, cohort, reachOf(problem, matching), terms);
}

function causeFor(mentee: string, cohort: Cohort, reach: Reach, terms: Terms): WaitingCause {
  const without = leaveOneRuleOut(mentee, cohort, terms);
  const shortage = shortageAround(mentee, reach);
  if (shortage.mentors.length === 0) return { kind: "nobody-eligible", without };
  if (shortage.mentees.length <= shortage.places) return { kind: "others-were-chosen", without };
  return { kind: "places-short", ...shortage, without };
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
  return list.toSorted((a, b) => b.mentors - a.mentors || (a.rule < b.rule ? -1 : 1));
}

/** Who can go where, who sits where, and how many places are up for choice. */
interface Reach {
  readonly rows: ReadonlyMap<string, ReadonlyArray<string>>;
  readonly seated: ReadonlyMap<string, ReadonlyArray<string>>;
  readonly places: ReadonlyMap<string, number>;
  readonly waiting: ReadonlyArray<string>;
}

function reachOf(problem: Problem, matching: Matching): Reach {
  const key = ({ mentee, mentor }: Pair) => JSON.stringify([mentee, mentor]);
  const forbidden = new Set((problem.forbidden ?? []).map(key));
  const pinned = new Set((problem.pinned ?? []).map(({ mentee }) => mentee));
  const rows = new Map<string, string[]>(problem.mentees.map(({ id }) => [id, []]));
  for (const pair of problem.pairs) if (!forbidden.has(key(pair))) rows.get(pair.mentee)?.push(pair.mentor);
  const seated = new Map<string, string[]>(problem.mentors.map(({ id }) => [id, []]));
  for (const { mentee, mentor } of matching.pairs) if (!pinned.has(mentee)) seated.get(mentor)?.push(mentee);
  const places = new Map(problem.mentors.map(({ id, capacity }) => [id, capacity]));
  for (const { mentor } of [...(problem.existing ?? []), ...(problem.pinned ?? [])]) {
    places.set(mentor, Math.max(0, (places.get(mentor) ?? 0) - 1));
  }
  return { rows, seated, places, waiting: matching.waiting };
}

/**
 * Everyone who competes with a waiting mentee: the mentors they can go to, those who sit there, the mentors
 * those can go to, and so on. When all these places are taken, no other matching places more of them.
 */
function shortageAround(id: string, { rows, seated, places, waiting }: Reach) {
  const mentees = new Set([id]);
  const mentors = new Set<string>();
  for (const mentee of mentees) {
    for (const mentor of rows.get(mentee) ?? []) {
      if (mentors.has(mentor)) continue;
      mentors.add(mentor);
      for (const other of seated.get(mentor) ?? []) mentees.add(other);
    }
  }
  // Others who wait for the same places belong to the shortage too.
  for (const other of waiting) {
    const row = rows.get(other) ?? [];
    if (row.length > 0 && row.every((mentor) => mentors.has(mentor))) mentees.add(other);
  }
  const room = [...mentors].reduce((sum, mentor) => sum + (places.get(mentor) ?? 0), 0);
  return { mentees: [...mentees].toSorted(byId), mentors: [...mentors].toSorted(byId), places: room };
}
