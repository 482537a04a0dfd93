import type { ProblemInRows } from "./people.ts";
import type { Matching, Pair, Problem } from "./problem.ts";
import { keyOf, mutualChoicesOf, readingOf, sealOf, sealOfProblem, type Reading } from "./verify-reading.ts";

/** What the checker found wrong first. */
export type VerifyWord =
  | "another-problem"
  | "another-policy"
  | "not-eligible"
  | "wrong-points"
  | "too-many-mentors"
  | "over-capacity"
  | "pin-broken"
  | "waiting-list-wrong"
  | "levels-wrong"
  | "exceptions-wrong"
  | "weights-too-small"
  | "price-wrong"
  | "price-with-a-free-place"
  | "price-not-lowest"
  | "a-better-one-exists"
  | "blocking-pair"
  | "answer-altered";

/** The first thing that is wrong, with the people it concerns where there are any. */
export interface VerifyFault {
  readonly word: VerifyWord;
  readonly mentee?: string | undefined;
  readonly mentor?: string | undefined;
}

/** `proved`: no other matching is better under the problem's rules; `pairsChecked` eligible pairs were looked at. */
export type Verdict =
  | { readonly proved: true; readonly pairsChecked: number }
  | { readonly proved: false; readonly fault: VerifyFault };

/** Everything the steps below look at. */
interface Case {
  readonly problem: Problem | ProblemInRows;
  readonly matching: Matching;
  readonly reading: Reading;
  /** Who was given whom, pinned pairs left out: what was up for choice. */
  readonly mentorsOf: ReadonlyMap<string, ReadonlyArray<string>>;
  readonly menteesOf: ReadonlyMap<string, ReadonlyArray<string>>;
  readonly told: ReadonlySet<string>;
  readonly mutual: ReadonlyMap<string, Pair>;
  /** The price of each mentor, in the two words. */
  readonly prices: ReadonlyMap<string, Worth>;
  /** The pairs that may be, and the most points of one; counted while they are looked at. */
  readonly seen: { pairs: number; most: number };
}

/** Levels and points, in the words of the weights: the first is compared first. */
type Worth = readonly [levels: number, points: number];

type Step = (on: Case) => VerifyFault | undefined;

/**
 * Checks a matching and its certificate against the problem alone, with no code of the solver.
 *
 * Why it is a proof: under the given prices every mentee already has what is best for them, and only full mentors
 * have a price. Any other matching moves people to something worth no more to them, and frees no place that had a
 * price without someone else paying it; so its total cannot be higher. The weights make the total follow the levels.
 */
export function verify(problem: Problem | ProblemInRows, matching: Matching): Verdict {
  const reading = readingOf(problem);
  const free = matching.pairs.filter((pair) => !reading.pinned.has(keyOf(pair)));
  const on: Case = {
    problem,
    matching,
    reading,
    mentorsOf: gathered(free, "mentee", "mentor"),
    menteesOf: gathered(free, "mentor", "mentee"),
    told: new Set(matching.pairs.map(keyOf)),
    mutual: mutualChoicesOf(reading),
    prices: new Map(matching.certificate.prices.map((price) => [price.mentor, [price.levels, price.points]])),
    seen: { pairs: reading.pinned.size, most: 0 },
  };
  const proof: ReadonlyArray<Step> =
    reading.policy === "choice" ? [noPairBlocks] : [weights, prices, nothingBetter, sums, lowestPrices];
  for (const step of [sameProblem, rules, pins, waiting, levels, exceptions, ...proof, unaltered]) {
    const fault = step(on);
    if (fault) return { proved: false, fault };
  }
  return { proved: true, pairsChecked: on.seen.pairs };
}

function gathered(pairs: ReadonlyArray<Pair>, by: keyof Pair, what: keyof Pair): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const pair of pairs) found.set(pair[by], [...(found.get(pair[by]) ?? []), pair[what]]);
  return found;
}

function sameProblem({ problem, matching, reading }: Case): VerifyFault | undefined {
  if (matching.certificate.policy !== reading.policy) return { word: "another-policy" };
  return matching.certificate.input === sealOfProblem(problem) ? undefined : { word: "another-problem" };
}

/** Level 0: every pair is eligible at its points, and nobody has more than they look for, or than they have places. */
function rules({ matching, reading, mentorsOf, menteesOf, told }: Case): VerifyFault | undefined {
  for (const { mentee, mentor, points } of matching.pairs) {
    const listed = reading.pinned.get(keyOf({ mentee, mentor })) ?? reading.rows.points(mentee, mentor);
    if (listed === undefined) return { word: "not-eligible", mentee, mentor };
    if (listed !== points) return { word: "wrong-points", mentee, mentor };
  }
  if (told.size !== matching.pairs.length) return { word: "too-many-mentors" };
  for (const [mentee, mentors] of mentorsOf)
    if (mentors.length > (reading.wishes.get(mentee) ?? 0)) return { word: "too-many-mentors", mentee };
  for (const [mentor, mentees] of menteesOf)
    if (mentees.length > (reading.places.get(mentor) ?? 0)) return { word: "over-capacity", mentor };
  return undefined;
}

function pins({ problem, told }: Case): VerifyFault | undefined {
  const broken = (problem.pinned ?? []).find((pair) => !told.has(keyOf(pair)));
  return broken && { word: "pin-broken", mentee: broken.mentee, mentor: broken.mentor };
}

function waiting({ matching, reading, mentorsOf }: Case): VerifyFault | undefined {
  const listed = new Set(matching.waiting);
  const left = [...reading.looking].filter((mentee) => !reading.has.has(mentee) && !mentorsOf.has(mentee));
  const missing = left.find((mentee) => !listed.has(mentee));
  if (missing !== undefined) return { word: "waiting-list-wrong", mentee: missing };
  return left.length === matching.waiting.length ? undefined : { word: "waiting-list-wrong" };
}

function levels({ problem, matching, reading, told, mutual }: Case): VerifyFault | undefined {
  const living = new Set((problem.existing ?? []).map(({ mentee }) => mentee));
  const placed = new Set(matching.pairs.map(({ mentee }) => mentee).filter((mentee) => !living.has(mentee))).size;
  let points = 0;
  let belowLine = 0;
  for (const pair of matching.pairs) {
    points += pair.points;
    if (reading.isBelow(pair.mentee, pair.mentor, pair.points)) belowLine += 1;
  }
  const mutualKept = [...mutual.keys()].filter((key) => told.has(key)).length;
  const counted = { placed, further: matching.pairs.length - placed, mutualKept, belowLine, points };
  const isTold = Object.entries(counted).every(([level, count]) => Reflect.get(matching.levels, level) === count);
  return isTold ? undefined : { word: "levels-wrong" };
}

function exceptions({ matching, told, mutual }: Case): VerifyFault | undefined {
  const apart = [...mutual].filter(([key]) => !told.has(key));
  const listed = new Set(matching.exceptions.map(keyOf));
  const missing = apart.find(([key]) => !listed.has(key));
  if (missing) return { word: "exceptions-wrong", mentee: missing[1].mentee, mentor: missing[1].mentor };
  return apart.length === matching.exceptions.length ? undefined : { word: "exceptions-wrong" };
}

/** One step of a level must outweigh all that the levels below it in the same word can add up to. */
function weights({ problem, matching, reading, mutual }: Case): VerifyFault | undefined {
  const { placed, further, mutual: kept, line, points, waited } = matching.certificate.weights;
  if (![placed, further, kept, line, points, waited].every((weight) => Number.isSafeInteger(weight) && weight > 0))
    return { word: "weights-too-small" };
  const wishes = [...reading.wishes.values()].reduce((sum, count) => sum + count, 0);
  const free = [...reading.places.values()].reduce((sum, count) => sum + count, 0);
  const seats = BigInt(Math.min(wishes, free));
  const hasLine = problem.fairLine !== undefined;
  const below = hasLine ? BigInt(line) * seats : 0n;
  const belowFurther = below + BigInt(kept) * BigInt(mutual.size);
  const mostFurther = [...reading.wishes].reduce((sum, [id, count]) => sum + count - (reading.has.has(id) ? 0 : 1), 0);
  const enough =
    BigInt(points) > BigInt(waited) * BigInt([...reading.looking].filter((id) => reading.waited.has(id)).length) &&
    BigInt(kept) > below &&
    BigInt(further) > belowFurther &&
    BigInt(placed) > belowFurther + BigInt(further) * BigInt(Math.max(0, mostFurther));
  return enough && placed + further + kept <= exact ? undefined : { word: "weights-too-small" };
}

/** No sum of points can have been rounded. */
function sums({ matching, reading, seen }: Case): VerifyFault | undefined {
  const { points, waited } = matching.certificate.weights;
  const free = [...reading.places.values()].reduce((sum, count) => sum + count, 0);
  const wishes = [...reading.wishes.values()].reduce((sum, count) => sum + count, 0);
  const seats = Math.min(wishes, free);
  return (points * seen.most + waited) * (seats + 1) <= exact ? undefined : { word: "weights-too-small" };
}

function prices({ problem, reading, menteesOf, prices: told, matching }: Case): VerifyFault | undefined {
  if (told.size !== problem.mentors.length || told.size !== matching.certificate.prices.length)
    return { word: "price-wrong" };
  for (const { id: mentor } of problem.mentors) {
    const price = told.get(mentor);
    const isSound = price?.every((word) => Number.isSafeInteger(word) && Math.abs(word) <= exact);
    if (!price || !isSound || isMore(nothing, price)) return { word: "price-wrong", mentor };
    const isFull = (menteesOf.get(mentor)?.length ?? 0) === (reading.places.get(mentor) ?? 0);
    if (isMore(price, nothing) && !isFull) return { word: "price-with-a-free-place", mentor };
  }
  return undefined;
}

/**
 * Under the prices, everyone has what is best for them: none of their mentors is worth less than going without, none they
 * do not have is worth more than one they have, or more than nothing to who still looks for one.
 */
function nothingBetter(on: Case): VerifyFault | undefined {
  const { reading, mentorsOf, seen } = on;
  let fault: VerifyFault | undefined;
  for (const mentee of reading.looking) {
    const own = mentorsOf.get(mentee) ?? [];
    const worths = own.map((mentor) => worthOf(on, mentee, mentor, reading.rows.points(mentee, mentor) ?? 0));
    if (worths.some((worth) => isMore(without(on, mentee, own.length - 1), worth)))
      return { word: "a-better-one-exists", mentee };
    if (own.length < (reading.wishes.get(mentee) ?? 0)) worths.push(without(on, mentee, own.length));
    const limit = worths.reduce((a, b) => (isMore(a, b) ? b : a));
    reading.rows.each(mentee, (mentor, points) => {
      seen.pairs += 1;
      seen.most = Math.max(seen.most, Math.abs(points));
      if (isMore(worthOf(on, mentee, mentor, points), limit) && !own.includes(mentor))
        fault ??= { word: "a-better-one-exists", mentee, mentor };
    });
    if (fault) return fault;
  }
  return undefined;
}

/**
 * A price is as low as it can be when someone else would take the place at any lower one: someone who still looks for a
 * mentor, or whose own mentor is free of charge, or whose own mentor's price is held up in the same way.
 */
function lowestPrices(on: Case): VerifyFault | undefined {
  const held = new Set<string>();
  const queue: string[] = [];
  const hold = (mentee: string, limit: Worth) => {
    const own = on.mentorsOf.get(mentee) ?? [];
    on.reading.rows.each(mentee, (mentor, points) => {
      if (held.has(mentor) || own.includes(mentor) || isFree(mentor)) return;
      if (isMore(limit, worthOf(on, mentee, mentor, points))) return;
      held.add(mentor);
      queue.push(mentor);
    });
  };
  const isFree = (mentor: string) => !isMore(on.prices.get(mentor) ?? nothing, nothing);
  for (const mentee of on.reading.looking) {
    const count = on.mentorsOf.get(mentee)?.length ?? 0;
    if (count < (on.reading.wishes.get(mentee) ?? 0)) hold(mentee, without(on, mentee, count));
  }
  queue.push(...[...on.prices.keys()].filter(isFree));
  for (let mentor = queue.pop(); mentor !== undefined; mentor = queue.pop()) {
    for (const mentee of on.menteesOf.get(mentor) ?? [])
      hold(mentee, worthOf(on, mentee, mentor, on.reading.rows.points(mentee, mentor) ?? 0));
  }
  for (const mentor of on.prices.keys())
    if (!isFree(mentor) && !held.has(mentor)) return { word: "price-not-lowest", mentor };
  return undefined;
}

/** Policy `choice`: no two people would both rather have each other than what they have. */
function noPairBlocks({ reading, mentorsOf, menteesOf, seen }: Case): VerifyFault | undefined {
  let fault: VerifyFault | undefined;
  for (const mentee of reading.looking) {
    const own = mentorsOf.get(mentee) ?? [];
    const isLooking = own.length < (reading.wishes.get(mentee) ?? 0);
    reading.rows.each(mentee, (mentor) => {
      seen.pairs += 1;
      if (fault || own.includes(mentor)) return;
      if (!isLooking && !own.some((other) => reading.menteePrefers(mentee, mentor, other))) return;
      const seated = menteesOf.get(mentor) ?? [];
      const hasPlace = seated.length < (reading.places.get(mentor) ?? 0);
      if (hasPlace || seated.some((other) => reading.mentorPrefers(mentor, mentee, other)))
        fault = { word: "blocking-pair", mentee, mentor };
    });
    if (fault) return fault;
  }
  return undefined;
}

function unaltered({ matching }: Case): VerifyFault | undefined {
  return matching.certificate.answer === sealOf(matching) ? undefined : { word: "answer-altered" };
}

/** What a mentor is worth to a mentee after the price, what it brings to have one at all left out. */
function worthOf(
  { matching, reading, mutual, prices: told }: Case,
  mentee: string,
  mentor: string,
  listed: number,
): Worth {
  const { mutual: kept, line, points } = matching.certificate.weights;
  const [levelsPaid, pointsPaid] = told.get(mentor) ?? nothing;
  const wish = mutual.size > 0 && mutual.has(keyOf({ mentee, mentor })) ? kept : 0;
  const short = reading.isBelow(mentee, mentor, listed) ? line : 0;
  return [wish - short - levelsPaid, points * listed - pointsPaid];
}

/** How little a mentor may be worth before it is better to go without: to who has `given` others, minus what having one brings. */
function without({ matching, reading }: Case, mentee: string, given: number): Worth {
  const { placed, further, waited } = matching.certificate.weights;
  const isFirst = given === 0 && !reading.has.has(mentee);
  if (!isFirst) return [-further, 0];
  return [-placed, reading.waited.has(mentee) ? -waited : 0];
}

/** Whole numbers up to here add up without rounding. */
const exact = Number.MAX_SAFE_INTEGER / 4;
const nothing: Worth = [0, 0];
const isMore = (a: Worth, b: Worth) => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
