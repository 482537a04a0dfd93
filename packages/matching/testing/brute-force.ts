import { mix } from "../order.ts";
import type { Matching, Pair, Problem } from "../problem.ts";

/** All levels of an answer as numbers of which more is better: placed, mutual, not below, points, waited. */
export type Score = ReadonlyArray<number>;

const same = (a: Pair) => (b: Pair) => a.mentee === b.mentee && a.mentor === b.mentor;
const rankOf = (problem: Problem, by: string, who: string) =>
  problem.named?.find((wish) => wish.by === by && wish.who === who)?.rank ?? Number.POSITIVE_INFINITY;

/** Every set of pairs that the hard rules, pins, forbids and living pairs allow, pins included. */
export function* everyMatching(problem: Problem): Generator<ReadonlyArray<Pair>> {
  const living = problem.existing ?? [];
  const pinned = problem.pinned ?? [];
  const places = new Map(problem.mentors.map(({ id, capacity }) => [id, capacity]));
  for (const { mentor } of living) places.set(mentor, Math.max(0, (places.get(mentor) ?? 0) - 1));
  for (const { mentor } of pinned) places.set(mentor, (places.get(mentor) ?? 0) - 1);
  const looking = problem.mentees.filter(({ id }) => ![...living, ...pinned].some(({ mentee }) => mentee === id));
  const allowed = problem.pairs.filter((pair) => !problem.forbidden?.some(same(pair)));

  function* from(at: number, chosen: ReadonlyArray<Pair>): Generator<ReadonlyArray<Pair>> {
    const mentee = looking[at]?.id;
    if (mentee === undefined) {
      yield chosen;
      return;
    }
    yield* from(at + 1, chosen);
    for (const pair of allowed) {
      const left = places.get(pair.mentor) ?? 0;
      if (pair.mentee !== mentee || left <= 0) continue;
      places.set(pair.mentor, left - 1);
      yield* from(at + 1, [...chosen, pair]);
      places.set(pair.mentor, left);
    }
  }
  yield* from(0, pinned);
}

/** The best score that any matching reaches. */
export function bestScore(problem: Problem): Score {
  const mutual = mutualByForce(problem);
  let best: Score = [-1, 0, 0, 0, 0];
  for (const pairs of everyMatching(problem)) {
    const score = scoreOf(problem, pairs, mutual);
    const at = score.findIndex((value, level) => value !== best[level]);
    if (at >= 0 && (score[at] ?? 0) > (best[at] ?? 0)) best = score;
  }
  return best;
}

/** The score of an answer, counted from its pairs alone. */
export function scoreOfMatching(problem: Problem, { pairs }: Matching): Score {
  return scoreOf(problem, pairs, mutualByForce(problem));
}

function scoreOf(problem: Problem, pairs: ReadonlyArray<Pair>, mutual: ReadonlyArray<Pair>): Score {
  const points = (pair: Pair) => problem.pairs.find(same(pair))?.points ?? Number.NaN;
  const line = problem.fairLine ?? Number.NEGATIVE_INFINITY;
  const below = pairs.filter(
    (pair) => points(pair) < line && !Number.isFinite(rankOf(problem, pair.mentee, pair.mentor)),
  );
  const pinned = problem.pinned ?? [];
  const waited = pairs.filter((pair) => problem.waited?.includes(pair.mentee) && !pinned.some(same(pair)));
  const total = pairs.reduce((sum, pair) => sum + points(pair), 0);
  return [pairs.length, mutual.filter((pair) => pairs.some(same(pair))).length, 0 - below.length, total, waited.length];
}

/** The stable matching of the mutually named pairs that is best for the mentees, found among all matchings. */
export function mutualByForce(problem: Problem): ReadonlyArray<Pair> {
  const pinned = problem.pinned ?? [];
  const isMutual = ({ mentee, mentor }: Pair) =>
    Number.isFinite(rankOf(problem, mentee, mentor)) && Number.isFinite(rankOf(problem, mentor, mentee));
  const narrowed = { ...problem, pairs: problem.pairs.filter((pair) => isMutual(pair) || pinned.some(same(pair))) };
  const stable = [...everyMatching(narrowed)].map((pairs) => pairs.filter((pair) => !pinned.some(same(pair))));
  const kept = stable.filter((pairs) => !narrowed.pairs.some((pair) => blocks(narrowed, pairs, pair)));
  const isBest = (pairs: ReadonlyArray<Pair>) =>
    kept.every((others) =>
      others.every((other) => {
        const own = pairs.find(({ mentee }) => mentee === other.mentee);
        return own !== undefined && !isBefore(menteeKeys(problem, other), menteeKeys(problem, own));
      }),
    );
  return kept.find(isBest) ?? [];
}

/** Whether two people would both rather have each other than what these pairs give them. */
export function blocks(problem: Problem, pairs: ReadonlyArray<Pair>, pair: Pair): boolean {
  const settled = [...(problem.pinned ?? []), ...(problem.existing ?? [])];
  const isOut = settled.some(({ mentee }) => mentee === pair.mentee) || problem.forbidden?.some(same(pair));
  const capacity = problem.mentors.find(({ id }) => id === pair.mentor)?.capacity ?? 0;
  const places = capacity - settled.filter(({ mentor }) => mentor === pair.mentor).length;
  const own = pairs.find(({ mentee }) => mentee === pair.mentee);
  if (isOut || places <= 0 || (own && !isBefore(menteeKeys(problem, pair), menteeKeys(problem, own)))) return false;
  const seated = pairs.filter(({ mentor }) => mentor === pair.mentor);
  return (
    seated.length < places || seated.some((other) => isBefore(mentorKeys(problem, pair), mentorKeys(problem, other)))
  );
}

function menteeKeys(problem: Problem, pair: Pair): ReadonlyArray<number> {
  const points = problem.pairs.find(same(pair))?.points ?? 0;
  return [rankOf(problem, pair.mentee, pair.mentor), -points, mix(problem.seed ?? "", pair.mentor)];
}

function mentorKeys(problem: Problem, pair: Pair): ReadonlyArray<number> {
  const points = problem.pairs.find(same(pair))?.points ?? 0;
  return [rankOf(problem, pair.mentor, pair.mentee), -points, mix(problem.seed ?? "", pair.mentee)];
}

function isBefore(a: ReadonlyArray<number>, b: ReadonlyArray<number>): boolean {
  const at = a.findIndex((key, index) => key !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
