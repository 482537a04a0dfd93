import { brokenRules } from "./eligibility.ts";
import { pairKey } from "./faults.ts";
import type { Cohort, Mentee, Mentor } from "./people.ts";
import type { Pair, Problem, ScoredPair } from "./problem.ts";
import { score } from "./score.ts";
import { termsOf, type Terms } from "./terms.ts";

/**
 * Turns a cohort into a problem: who is eligible for whom, at how many points.
 * People who are not available take no part, except that the pairs they live in keep their places.
 * Decisions about people who are no longer there are left out. Throws as `termsOf` does.
 */
export function problemOf(cohort: Cohort, terms: Terms = termsOf(cohort)): Problem {
  return { ...frameOf(cohort), pairs: eligiblePairs(cohort, terms) };
}

/** A problem but for its pairs: who takes part, and everything that was decided or wished. */
export function frameOf(cohort: Cohort): Omit<Problem, "pairs"> {
  const living = cohort.existing ?? [];
  const mentees = present(
    cohort.mentees,
    living.map(({ mentee }) => mentee),
  );
  const mentors = present(
    cohort.mentors,
    living.map(({ mentor }) => mentor),
  );
  const capacities = new Map(cohort.mentors.map(({ id, capacity }) => [id, capacity]));
  const known = new Set([...mentees, ...mentors]);
  const isKnown = ({ mentee, mentor }: Pair) => mentees.has(mentee) && mentors.has(mentor);
  const plain = ({ mentee, mentor }: Pair): Pair => ({ mentee, mentor });
  return {
    mentees: [...mentees].map((id) => ({ id })),
    mentors: [...mentors].map((id) => ({ id, capacity: capacities.get(id) ?? 0 })),
    named: (cohort.named ?? []).filter(({ by, who }) => known.has(by) && known.has(who)),
    pinned: (cohort.pinned ?? []).filter(isKnown).map(plain),
    existing: living.map(plain),
    forbidden: (cohort.forbidden ?? []).filter(isKnown).map(plain),
    waited: (cohort.waited ?? []).filter((id) => mentees.has(id)),
    fairLine: cohort.fairLine,
    policy: cohort.policy ?? "agreed",
    seed: cohort.seed,
  };
}

function present(people: ReadonlyArray<Mentee | Mentor>, living: ReadonlyArray<string>): ReadonlySet<string> {
  return new Set([...people.filter(({ available }) => available).map(({ id }) => id), ...living]);
}

function eligiblePairs(cohort: Cohort, terms: Terms): ReadonlyArray<ScoredPair> {
  const worth = worthOf(cohort, terms);
  return cohort.mentees.flatMap((mentee) => cohort.mentors.flatMap((mentor) => worth(mentee, mentor) ?? []));
}

/** The pairs that somebody named or pinned, as far as the rules allow them. */
export function namedPairs(cohort: Cohort, terms: Terms): ReadonlyArray<ScoredPair> {
  const worth = worthOf(cohort, terms);
  const mentees = new Map(cohort.mentees.map((person) => [person.id, person]));
  const mentors = new Map(cohort.mentors.map((person) => [person.id, person]));
  const named = new Map<string, ScoredPair>();
  const add = (menteeId: string, mentorId: string) => {
    const [mentee, mentor] = [mentees.get(menteeId), mentors.get(mentorId)];
    const pair = mentee && mentor && worth(mentee, mentor);
    if (pair) named.set(pairKey(pair), pair);
  };
  for (const { mentee, mentor } of cohort.pinned ?? []) add(mentee, mentor);
  for (const { by, who } of cohort.named ?? []) {
    add(by, who);
    add(who, by);
  }
  return [...named.values()];
}

/** Gives a pair its points, wishes and all; `undefined` where a rule keeps the two apart. A forbidden pair stays listed. */
export function worthOf(cohort: Cohort, terms: Terms): (mentee: Mentee, mentor: Mentor) => ScoredPair | undefined {
  const wishes = new Map<string, Set<string>>();
  for (const { by, who } of cohort.named ?? []) wishes.set(by, (wishes.get(by) ?? new Set()).add(who));
  return (mentee, mentor) => {
    // A forbidden pair stays listed: the solver leaves it out, and what it would have been worth can be told.
    if (brokenRules(mentee, mentor, terms).some((rule) => rule !== "forbidden")) return undefined;
    let { points } = score(mentee, mentor, terms);
    if (wishes.get(mentee.id)?.has(mentor.id)) points += terms.table.menteeNamed;
    if (wishes.get(mentor.id)?.has(mentee.id)) points += terms.table.mentorNamed;
    return { mentee: mentee.id, mentor: mentor.id, points };
  };
}
