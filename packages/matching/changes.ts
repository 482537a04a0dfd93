import { levelsOf, lowestOf } from "./levels.ts";
import { byId } from "./order.ts";
import type { Levels, Matching, Problem } from "./problem.ts";

/** Someone whose mentor is another one now; `undefined` stands for waiting. */
export interface Move {
  readonly mentee: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What differs between two drafts. */
export interface Changes {
  /** By mentee id. */
  readonly moves: ReadonlyArray<Move>;
  readonly before: Levels;
  readonly after: Levels;
}

/** Compares two drafts, so that a manager sees what a pin or a rule changes before it counts. */
export function changesBetween(before: Matching, after: Matching): Changes {
  const was = mentorsOf(before);
  const is = mentorsOf(after);
  const everyone = [...new Set([...was.keys(), ...is.keys()])].toSorted(byId);
  const moves = everyone.map((mentee) => ({ mentee, from: was.get(mentee), to: is.get(mentee) }));
  return { moves: moves.filter(({ from, to }) => from !== to), before: before.levels, after: after.levels };
}

function mentorsOf({ pairs }: Matching): ReadonlyMap<string, string> {
  return new Map(pairs.map(({ mentee, mentor }) => [mentee, mentor]));
}

/** What one more place with a mentor would bring, by level; `belowLine` is negative where fewer would be below. */
export interface OneMorePlace {
  readonly mentor: string;
  readonly brings: Levels;
}

/**
 * Whom to ask for one more place: the mentors with whom one would bring something, the most first.
 * Read from the prices of the certificate, the mutual choices taken as they are; empty under policy `choice`.
 */
export function oneMorePlace(problem: Problem, { certificate }: Matching): ReadonlyArray<OneMorePlace> {
  const lowest = lowestOf(problem.pairs.map(({ points }) => points));
  const priced = [...certificate.prices].toSorted((a, b) => b.price - a.price || byId(a.mentor, b.mentor));
  const read = priced.map(({ mentor, price }) => {
    const levels = levelsOf(price, certificate.weights);
    return { mentor, brings: { ...levels, points: levels.points + levels.placed * lowest } };
  });
  return read.filter(({ brings }) => Object.values(brings).some((steps) => steps !== 0));
}
