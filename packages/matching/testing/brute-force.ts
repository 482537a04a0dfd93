import { mix } from "../order.ts";
import type { Matching, Pair, Problem } from "../problem.ts";

/** All levels of an answer as numbers of which more is better: placed, further, mutual, not below, points, waited. */
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
  const wishes = new Map(problem.mentees.map(({ id, demand }) => [id, demand ?? 1]));
  for (const { mentee } of [...living, ...pinned]) wishes.set(mentee, (wishes.get(mentee) ?? 0) - 1);
  const out = [...(problem.forbidden ?? []), ...living, ...pinned];
  const allowed = problem.pairs.filter((pair) => !out.some(same(pair)));

  /** Takes each allowed pair or leaves it. */
  function* from(at: number, chosen: ReadonlyArray<Pair>): Generator<ReadonlyArray<Pair>> {
    const pair = allowed[at];
    if (pair === undefined) {
      yield chosen;
      return;
    }
    yield* from(at + 1, chosen);
    const [left, wanted] = [places.get(pair.mentor) ?? 0, wishes.get(pair.mentee) ?? 0];
    if (left <= 0 || wanted <= 0) return;
    places.set(pair.mentor, left - 1);
    wishes.set(pair.mentee, wanted - 1);
    yield* from(at + 1, [...chosen, pair]);
    places.set(pair.mentor, left);
    wishes.set(pair.mentee, wanted);
  }
  yield* from(0, pinned);
}

/** The best score that any matching reaches. */
export function bestScore(problem: Problem): Score {
  const mutual = mutualByForce(problem);
  let best: Score = [-1];
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
  const hadBefore = (mentee: string) => problem.existing?.some((pair) => pair.mentee === mentee);
  const placed = new Set(pairs.map(({ mentee }) => mentee).filter((mentee) => !hadBefore(mentee)));
  const pinnedMentees = new Set(pinned.map(({ mentee }) => mentee));
  const waited = [...placed].filter((mentee) => problem.waited?.includes(mentee) && !pinnedMentees.has(mentee));
  const total = pairs.reduce((sum, pair) => sum + points(pair), 0);
  const kept = mutual.filter((pair) => pairs.some(same(pair))).length;
  return [placed.size, pairs.length - placed.size, kept, 0 - below.length, total, waited.length];
}

/** The stable matching of the mutually named pairs that is best for the mentees, found among all matchings. */
export function mutualByForce(problem: Problem): ReadonlyArray<Pair> {
  const pinned = problem.pinned ?? [];
  const isMutual = ({ mentee, mentor }: Pair) =>
    Number.isFinite(rankOf(problem, mentee, mentor)) && Number.isFinite(rankOf(problem, mentor, mentee));
  const narrowed = { ...problem, pairs: problem.pairs.filter((pair) => isMutual(pair) || pinned.some(same(pair))) };
  const stable = [...everyMatching(narrowed)].map((pairs) => pairs.filter((pair) => !pinned.some(same(pair))));
  const kept = stable.filter((pairs) => !narrowed.pairs.some((pair) => blocks(narrowed, pairs, pair)));
  // The mentees' best among the stable ones gives every mentee, one by one, their dearest first and in all.
  const isBest = (pairs: ReadonlyArray<Pair>) =>
    kept.every((others) =>
      problem.mentees.every(({ id }) => {
        const mine = dearestFirst(problem, pairs, id);
        const theirs = dearestFirst(problem, others, id);
        return (
          mine.length >= theirs.length &&
          theirs.every((other, at) => {
            const own = mine[at];
            return own !== undefined && !isBefore(menteeKeys(problem, other), menteeKeys(problem, own));
          })
        );
      }),
    );
  return kept.find(isBest) ?? [];
}

function dearestFirst(problem: Problem, pairs: ReadonlyArray<Pair>, id: string): ReadonlyArray<Pair> {
  const own = pairs.filter(({ mentee }) => mentee === id);
  return own.toSorted((a, b) => (isBefore(menteeKeys(problem, a), menteeKeys(problem, b)) ? -1 : 1));
}

/** Whether two people would both rather have each other than what these pairs give them. */
export function blocks(problem: Problem, pairs: ReadonlyArray<Pair>, pair: Pair): boolean {
  const settled = [...(problem.pinned ?? []), ...(problem.existing ?? [])];
  if ([...settled, ...(problem.forbidden ?? []), ...pairs].some(same(pair))) return false;
  const demand = problem.mentees.find(({ id }) => id === pair.mentee)?.demand ?? 1;
  const wishes = demand - settled.filter(({ mentee }) => mentee === pair.mentee).length;
  const capacity = problem.mentors.find(({ id }) => id === pair.mentor)?.capacity ?? 0;
  const places = capacity - settled.filter(({ mentor }) => mentor === pair.mentor).length;
  if (wishes <= 0 || places <= 0) return false;
  const own = pairs.filter(({ mentee }) => mentee === pair.mentee);
  const would =
    own.length < wishes || own.some((other) => isBefore(menteeKeys(problem, pair), menteeKeys(problem, other)));
  const seated = pairs.filter(({ mentor }) => mentor === pair.mentor);
  const takes =
    seated.length < places || seated.some((other) => isBefore(mentorKeys(problem, pair), mentorKeys(problem, other)));
  return would && takes;
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
