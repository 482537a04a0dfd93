import type { Cohort, ProblemInRows } from "./people.ts";
import type { Matching, Problem } from "./problem.ts";
import { ruleCounts, type WithoutRule } from "./rule-counts.ts";
import { shortagesOf, type Shortage } from "./shortages.ts";
import { termsOf, type Terms } from "./terms.ts";

/** Why someone waits. For a manager: it names people and counts. */
export type WaitingCause =
  | { readonly kind: "nobody-eligible"; readonly without: ReadonlyArray<WithoutRule> }
  /** Everyone who waits for the same shortage has the same object here. */
  | { readonly kind: "places-short"; readonly shortage: Shortage; readonly without: ReadonlyArray<WithoutRule> }
  /** Under policy `choice`: there is room, but not with anyone who would rather have them. */
  | { readonly kind: "others-were-chosen"; readonly without: ReadonlyArray<WithoutRule> };

/** Tells why each mentee of the waiting list waits, from the same cohort, problem and matching. */
export function waitingCauses(
  cohort: Cohort,
  problem: Problem | ProblemInRows,
  matching: Matching,
  terms: Terms = termsOf(cohort),
): ReadonlyMap<string, WaitingCause> {
  const withoutRule = ruleCounts(cohort, terms);
  const shortageFor = shortagesOf(problem, matching);
  return new Map(matching.waiting.map((mentee) => [mentee, causeOf(shortageFor(mentee), withoutRule(mentee))]));
}

function causeOf(shortage: Shortage, without: ReadonlyArray<WithoutRule>): WaitingCause {
  if (shortage.mentors.length === 0) return { kind: "nobody-eligible", without };
  if (shortage.mentees.length <= shortage.places) return { kind: "others-were-chosen", without };
  return { kind: "places-short", shortage, without };
}
