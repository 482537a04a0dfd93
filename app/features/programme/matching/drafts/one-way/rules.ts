/** Two people are a pair in one direction: whoever is mentor and mentee at once is not both with the same person. */
import { type Matching, type Pair, type Problem, solve } from "@oakroom/matching";

/** The same two the other way round. */
export function turned({ mentee, mentor }: Pair): Pair {
  return { mentee: mentor, mentor: mentee };
}

/** Whether two people stand in a list the other way round. */
export function standsTurned({ mentee, mentor }: Pair, pairs: ReadonlyArray<Pair>): boolean {
  return pairs.some((pair) => pair.mentee === mentor && pair.mentor === mentee);
}

/**
 * The best matching in which nobody is mentor and mentee of the same person. Where the best of all puts two together both ways, the way
 * with fewer points is given up and all is solved anew, so that the proof speaks of what was allowed in the end. Takes as many rounds as
 * there are such twos at most.
 */
export function solveOneWay(given: Problem): { readonly problem: Problem; readonly matching: Matching } {
  const forbidden = [...(given.forbidden ?? [])];
  for (;;) {
    const problem = { ...given, forbidden };
    const matching = solve(problem);
    const lost = givenUp(problem, matching);
    if (lost.length === 0) return { problem, matching };
    forbidden.push(...lost);
  }
}

/** Of two who are together both ways, the way that goes: never a pinned one, then the one with fewer points, then by ids. */
function givenUp(problem: Problem, { pairs }: Matching): ReadonlyArray<Pair> {
  const key = ({ mentee, mentor }: Pair) => JSON.stringify([mentee, mentor]);
  const there = new Set(pairs.map(key));
  const pinned = new Set((problem.pinned ?? []).map(key));
  const points = new Map(problem.pairs.map((pair) => [key(pair), pair.points]));
  const weight = (pair: Pair) => (pinned.has(key(pair)) ? Infinity : (points.get(key(pair)) ?? 0));
  return pairs.filter((pair) => {
    const other = turned(pair);
    if (!there.has(key(other))) return false;
    const less = weight(pair) - weight(other);
    return less < 0 || (less === 0 && pair.mentee > other.mentee);
  });
}
