import { levelsOf } from "./levels.ts";
import { byId } from "./order.ts";
import type { Levels, Matching } from "./problem.ts";

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
  const moves = everyone.flatMap((mentee) => movesOf(mentee, was.get(mentee) ?? [], is.get(mentee) ?? []));
  return { moves, before: before.levels, after: after.levels };
}

/** With several mentors, each one lost is told beside one won, in the order of their ids. */
function movesOf(mentee: string, was: ReadonlyArray<string>, is: ReadonlyArray<string>): ReadonlyArray<Move> {
  const lost = was.filter((mentor) => !is.includes(mentor));
  const won = is.filter((mentor) => !was.includes(mentor));
  const count = Math.max(lost.length, won.length);
  return Array.from({ length: count }, (_, at) => ({ mentee, from: lost[at], to: won[at] }));
}

function mentorsOf({ pairs }: Matching): ReadonlyMap<string, ReadonlyArray<string>> {
  const found = new Map<string, string[]>();
  for (const { mentee, mentor } of pairs) found.set(mentee, [...(found.get(mentee) ?? []), mentor]);
  return found;
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
export function oneMorePlace({ certificate }: Matching): ReadonlyArray<OneMorePlace> {
  const priced = certificate.prices.toSorted(
    (a, b) => b.levels - a.levels || b.points - a.points || byId(a.mentor, b.mentor),
  );
  const read = priced.map((price) => ({ mentor: price.mentor, brings: levelsOf(price, certificate.weights) }));
  return read.filter(({ brings }) => Object.values(brings).some((steps) => steps !== 0));
}
