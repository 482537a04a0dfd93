/** Two people are a pair in one direction: whoever is mentor and mentee at once is not both with the same person. */
import { type Cohort, match, type Matching, type Pair, type Terms, termsOf } from "@oakroom/matching";

/** The same two the other way round. */
export function turned({ mentee, mentor }: Pair): Pair {
  return { mentee: mentor, mentor: mentee };
}

/** A matching in one way, and the people it is the best for: the ways that were given up are forbidden among them. */
export interface OneWay {
  readonly cohort: Cohort;
  readonly terms: Terms;
  readonly matching: Matching;
}

/**
 * The best matching in which nobody is mentor and mentee of the same person. Where the best of all puts two together both ways, the way
 * with fewer points is given up and all is matched anew, so that the proof speaks of what was allowed in the end. Takes as many rounds as
 * there are such twos at most.
 */
export function matchOneWay(given: Cohort): OneWay {
  const forbidden = [...(given.forbidden ?? [])];
  for (;;) {
    const cohort = { ...given, forbidden: [...forbidden] };
    const terms = termsOf(cohort);
    const { matching } = match(cohort, terms);
    const lost = givenUp(cohort, matching);
    if (lost.length === 0) return { cohort, terms, matching };
    forbidden.push(...lost);
  }
}

/** Of two who are together both ways, the way that goes: never a pinned one, then the one with fewer points, then by ids. */
function givenUp({ pinned = [] }: Cohort, { pairs }: Matching): ReadonlyArray<Pair> {
  const key = ({ mentee, mentor }: Pair) => JSON.stringify([mentee, mentor]);
  const there = new Map(pairs.map((pair) => [key(pair), pair.points]));
  const kept = new Set(pinned.map(key));
  const weight = (pair: Pair) => (kept.has(key(pair)) ? Infinity : (there.get(key(pair)) ?? 0));
  return pairs.filter((pair) => {
    const other = turned(pair);
    if (!there.has(key(other))) return false;
    const less = weight(pair) - weight(other);
    return less < 0 || (less === 0 && pair.mentee > other.mentee);
  });
}
