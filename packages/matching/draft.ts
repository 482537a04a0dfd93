import { brokenRules } from "./eligibility.ts";
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
    pairs: eligiblePairs(cohort, terms),
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
  const wishes = new Map<string, Set<string>>();
  for (const { by, who } of cohort.named ?? []) wishes.set(by, (wishes.get(by) ?? new Set()).add(who));
  const pairs: ScoredPair[] = [];
  for (const mentee of cohort.mentees) {
    for (const mentor of cohort.mentors) {
      // A forbidden pair stays listed: the solver leaves it out, and what it would have been worth can be told.
      if (brokenRules(mentee, mentor, terms).some((rule) => rule !== "forbidden")) continue;
      let { points } = score(mentee, mentor, terms);
      if (wishes.get(mentee.id)?.has(mentor.id)) points += terms.table.menteeNamed;
      if (wishes.get(mentor.id)?.has(mentee.id)) points += terms.table.mentorNamed;
      pairs.push({ mentee: mentee.id, mentor: mentor.id, points });
    }
  }
  return pairs;
}
