import type { Named, Pair, Problem, ScoredPair } from "../problem.ts";
import { chance, type Chance } from "./chance.ts";

/** Shapes a random problem may have; most keep everything on, some switch it off. */
interface Shape {
  readonly mentees: number;
  readonly mentors: number;
  readonly edges: number;
  readonly spread: number;
  readonly most: number;
}

/**
 * A small random problem without faults: pins, pairs that live, forbids, names, a fair line, or none of these. In one of six
 * some look for two or three mentors.
 */
export function randomProblem(seed: number, mostMentees = 7, mostMentors = 5): Problem {
  const roll = chance(seed);
  const shape: Shape = {
    mentees: roll.upTo(mostMentees + 1),
    mentors: roll.upTo(mostMentors + 1),
    edges: [0, 0.2, 0.5, 0.8, 1][roll.upTo(5)] ?? 1,
    spread: [1, 3, 10, 1000][roll.upTo(4)] ?? 1,
    most: 1 + roll.upTo(3),
  };
  const manyWish = seed % 6 === 5 ? 0.5 : 0;
  const mentees = Array.from({ length: shape.mentees }, (_, at) =>
    manyWish > 0 && roll.happens(manyWish) ? { id: `mentee ${at}`, demand: 2 + roll.upTo(2) } : { id: `mentee ${at}` },
  );
  const mentors = Array.from({ length: shape.mentors }, (_, at) => ({
    id: `mentor ${at}`,
    capacity: roll.upTo(shape.most + 1),
  }));
  const pairs = mentees.flatMap(({ id: mentee }) =>
    mentors
      .filter(() => roll.happens(shape.edges))
      .map(({ id: mentor }) => ({ mentee, mentor, points: roll.upTo(shape.spread) - 2 })),
  );
  const existing = roll.happens(0.3) ? some(roll, everyPair(mentees, mentors), 0.08) : [];
  const forbidden = roll.happens(0.3) ? some(roll, pairs, 0.15).map(plain) : [];
  return {
    mentees,
    mentors,
    pairs,
    existing,
    forbidden,
    pinned: roll.happens(0.3) ? pinsFor(roll, { mentees, mentors, pairs, existing, forbidden }) : [],
    named: roll.happens(0.6) ? names(roll, everyPair(mentees, mentors)) : [],
    waited: roll.happens(0.4) ? mentees.filter(() => roll.happens(0.4)).map(({ id }) => id) : [],
    fairLine: roll.happens(0.5) ? roll.upTo(shape.spread + 1) - 2 : undefined,
    seed: `seed ${roll.upTo(3)}`,
  };
}

/** The same problem with every list in another order. */
export function reordered(problem: Problem, seed: number): Problem {
  const roll = chance(seed);
  return {
    ...problem,
    mentees: roll.shuffled(problem.mentees),
    mentors: roll.shuffled(problem.mentors),
    pairs: roll.shuffled(problem.pairs),
    named: roll.shuffled(problem.named ?? []),
    pinned: roll.shuffled(problem.pinned ?? []),
    existing: roll.shuffled(problem.existing ?? []),
    forbidden: roll.shuffled(problem.forbidden ?? []),
    waited: roll.shuffled(problem.waited ?? []),
  };
}

function everyPair(mentees: Problem["mentees"], mentors: Problem["mentors"]): Pair[] {
  return mentees.flatMap((mentee) => mentors.map((mentor) => ({ mentee: mentee.id, mentor: mentor.id })));
}

function some<T>(roll: Chance, list: ReadonlyArray<T>, probability: number): T[] {
  return list.filter(() => roll.happens(probability));
}

const plain = ({ mentee, mentor }: ScoredPair): Pair => ({ mentee, mentor });
const same = (a: Pair) => (b: Pair) => a.mentee === b.mentee && a.mentor === b.mentor;

function pinsFor(roll: Chance, problem: Problem): Pair[] {
  const pins: Pair[] = [];
  for (const pair of roll.shuffled(problem.pairs)) {
    const taken = [...(problem.existing ?? []), ...pins];
    const places = problem.mentors.find(({ id }) => id === pair.mentor)?.capacity ?? 0;
    const isFull = taken.filter(({ mentor }) => mentor === pair.mentor).length >= places;
    const wishes = problem.mentees.find(({ id }) => id === pair.mentee)?.demand ?? 1;
    const isServed = taken.filter(({ mentee }) => mentee === pair.mentee).length >= wishes;
    if (
      isFull ||
      isServed ||
      problem.existing?.some(same(pair)) ||
      problem.forbidden?.some(same(pair)) ||
      !roll.happens(0.3)
    )
      continue;
    pins.push(plain(pair));
  }
  return pins;
}

function names(roll: Chance, pairs: ReadonlyArray<Pair>): Named[] {
  const named: Named[] = [];
  for (const { mentee, mentor } of pairs) {
    const isMutual = roll.happens(0.35);
    if (isMutual || roll.happens(0.1)) named.push({ by: mentee, who: mentor, rank: 1 + roll.upTo(3) });
    if (isMutual || roll.happens(0.1)) named.push({ by: mentor, who: mentee, rank: 1 + roll.upTo(3) });
  }
  return named;
}
