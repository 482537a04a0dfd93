import type { Matching, Pair, Problem } from "./problem.ts";
import { mutualChoicesOf, readingOf, sealOf, sealOfProblem, type Reading } from "./verify-reading.ts";

/** What the checker found wrong first. */
export type VerifyWord =
  | "another-problem"
  | "another-policy"
  | "not-eligible"
  | "wrong-points"
  | "mentee-twice"
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
  readonly problem: Problem;
  readonly matching: Matching;
  readonly reading: Reading;
  /** Who has whom, pinned pairs included. */
  readonly mentorOf: ReadonlyMap<string, string>;
  readonly menteesOf: ReadonlyMap<string, ReadonlyArray<string>>;
  /** The mutual choices, by mentee. */
  readonly mutual: ReadonlyMap<string, string>;
}

type Step = (on: Case) => VerifyFault | undefined;

/**
 * Checks a matching and its certificate against the problem alone, with no code of the solver.
 *
 * Why it is a proof: under the given prices every mentee already has what is best for them, and only full mentors
 * have a price. Any other matching moves people to something worth no more to them, and frees no place that had a
 * price without someone else paying it; so its total cannot be higher. The weights make the total follow the levels.
 */
export function verify(problem: Problem, matching: Matching): Verdict {
  const reading = readingOf(problem);
  const mentorOf = new Map(matching.pairs.map(({ mentee, mentor }) => [mentee, mentor]));
  const menteesOf = new Map<string, string[]>(problem.mentors.map(({ id }) => [id, []]));
  for (const [mentee, mentor] of mentorOf) menteesOf.get(mentor)?.push(mentee);
  const on: Case = { problem, matching, reading, mentorOf, menteesOf, mutual: mutualChoicesOf(reading) };

  const proof: ReadonlyArray<Step> =
    reading.policy === "choice" ? [noPairBlocks] : [weights, prices, nothingBetter, lowestPrices];
  for (const step of [sameProblem, rules, pins, waiting, levels, exceptions, ...proof, unaltered]) {
    const fault = step(on);
    if (fault) return { proved: false, fault };
  }
  let pairsChecked = 0;
  for (const row of reading.eligible.values()) pairsChecked += row.size;
  return { proved: true, pairsChecked };
}

function sameProblem({ problem, matching, reading }: Case): VerifyFault | undefined {
  if (matching.certificate.policy !== reading.policy) return { word: "another-policy" };
  return matching.certificate.input === sealOfProblem(problem) ? undefined : { word: "another-problem" };
}

/** Level 0: every pair is eligible at its points, nobody has two mentors, no mentor has more than their places. */
function rules({ matching, reading, mentorOf, menteesOf }: Case): VerifyFault | undefined {
  for (const { mentee, mentor, points } of matching.pairs) {
    const listed = reading.eligible.get(mentee)?.get(mentor);
    if (listed === undefined) return { word: "not-eligible", mentee, mentor };
    if (listed !== points) return { word: "wrong-points", mentee, mentor };
  }
  if (mentorOf.size !== matching.pairs.length) return { word: "mentee-twice" };
  for (const [mentor, mentees] of menteesOf) {
    if (mentees.length > (reading.places.get(mentor) ?? 0)) return { word: "over-capacity", mentor };
  }
  return undefined;
}

function pins({ problem, mentorOf }: Case): VerifyFault | undefined {
  const broken = (problem.pinned ?? []).find(({ mentee, mentor }) => mentorOf.get(mentee) !== mentor);
  return broken && { word: "pin-broken", ...ids(broken) };
}

function waiting({ matching, reading, mentorOf }: Case): VerifyFault | undefined {
  const listed = new Set(matching.waiting);
  const left = [...reading.eligible.keys()].filter((mentee) => !mentorOf.has(mentee));
  const missing = left.find((mentee) => !listed.has(mentee));
  if (missing !== undefined) return { word: "waiting-list-wrong", mentee: missing };
  return left.length === matching.waiting.length ? undefined : { word: "waiting-list-wrong" };
}

function levels({ matching, reading, mentorOf, mutual }: Case): VerifyFault | undefined {
  let points = 0;
  let belowLine = 0;
  let mutualKept = 0;
  for (const pair of matching.pairs) {
    points += pair.points;
    if (reading.isBelow(pair.mentee, pair.mentor)) belowLine += 1;
  }
  for (const [mentee, mentor] of mutual) if (mentorOf.get(mentee) === mentor) mutualKept += 1;
  const told = matching.levels;
  const same = told.placed === matching.pairs.length && told.points === points && told.belowLine === belowLine;
  return same && told.mutualKept === mutualKept ? undefined : { word: "levels-wrong" };
}

function exceptions({ matching, mentorOf, mutual }: Case): VerifyFault | undefined {
  const apart = [...mutual].filter(([mentee, mentor]) => mentorOf.get(mentee) !== mentor);
  const told = new Map(matching.exceptions.map(({ mentee, mentor }) => [mentee, mentor]));
  const missing = apart.find(([mentee, mentor]) => told.get(mentee) !== mentor);
  if (missing) return { word: "exceptions-wrong", mentee: missing[0], mentor: missing[1] };
  return apart.length === matching.exceptions.length ? undefined : { word: "exceptions-wrong" };
}

/** One step of a level must outweigh all that the levels below it can add up to. */
function weights({ problem, matching, reading, mutual }: Case): VerifyFault | undefined {
  const { placed, mutual: kept, line, points: point, waited } = matching.certificate.weights;
  const all = [placed, kept, line, point, waited];
  if (!all.every((weight) => Number.isSafeInteger(weight) && weight > 0)) return { word: "weights-too-small" };
  const looking = [...reading.eligible.keys()].filter((mentee) => !reading.pinned.has(mentee));
  const free = [...reading.places.values()].reduce((sum, places) => sum + places, 0) - reading.pinned.size;
  const seats = BigInt(Math.min(looking.length, free));
  const waiters = BigInt(looking.filter((mentee) => reading.waited.has(mentee)).length);
  const offered = looking.flatMap((mentee) => [...(reading.eligible.get(mentee)?.values() ?? [])]);
  const spread = offered.reduce((most, points) => Math.max(most, points - reading.lowest), 0);
  let below = BigInt(waited) * waiters;
  const outweighs = (weight: number, most: bigint) => {
    const enough = BigInt(weight) > below;
    below += BigInt(weight) * most;
    return enough;
  };
  const enough =
    outweighs(point, seats * BigInt(spread)) &&
    outweighs(line, problem.fairLine === undefined ? 0n : seats) &&
    outweighs(kept, BigInt(mutual.size)) &&
    outweighs(placed, 0n);
  const exact = placed + kept + point * spread + waited <= Number.MAX_SAFE_INTEGER / 4;
  return enough && exact ? undefined : { word: "weights-too-small" };
}

function prices({ problem, matching, reading, menteesOf }: Case): VerifyFault | undefined {
  const told = pricesOf(matching);
  if (told.size !== problem.mentors.length || told.size !== matching.certificate.prices.length)
    return { word: "price-wrong" };
  for (const { id: mentor } of problem.mentors) {
    const price = told.get(mentor) ?? -1;
    if (!Number.isSafeInteger(price) || price < 0 || price > Number.MAX_SAFE_INTEGER / 4)
      return { word: "price-wrong", mentor };
    const isFull = (menteesOf.get(mentor)?.length ?? 0) === (reading.places.get(mentor) ?? 0);
    if (price > 0 && !isFull) return { word: "price-with-a-free-place", mentor };
  }
  return undefined;
}

/** Under the prices, each mentee's own mentor (or waiting, worth 0) is the best of all their eligible ones. */
function nothingBetter(on: Case): VerifyFault | undefined {
  const told = pricesOf(on.matching);
  for (const [mentee, row] of on.reading.eligible) {
    if (on.reading.pinned.has(mentee)) continue;
    const own = on.mentorOf.get(mentee);
    const worth = own === undefined ? 0 : gainOf(on, mentee, own) - (told.get(own) ?? 0);
    if (worth < 0) return { word: "a-better-one-exists", mentee };
    for (const mentor of row.keys()) {
      if (gainOf(on, mentee, mentor) - (told.get(mentor) ?? 0) > worth)
        return { word: "a-better-one-exists", mentee, mentor };
    }
  }
  return undefined;
}

/**
 * A price is as low as it can be when someone else would take the place at any lower one: someone who waits, or who
 * has a mentor that is free of charge, or whose own mentor's price is held up in the same way.
 */
function lowestPrices(on: Case): VerifyFault | undefined {
  const told = pricesOf(on.matching);
  const held = new Set<string>();
  const isAnchored = (mentee: string) => {
    const own = on.mentorOf.get(mentee);
    return own === undefined || told.get(own) === 0;
  };
  const queue = [...on.reading.eligible.keys()].filter(isAnchored);
  for (let mentee = queue.pop(); mentee !== undefined; mentee = queue.pop()) {
    if (on.reading.pinned.has(mentee)) continue;
    const own = on.mentorOf.get(mentee);
    const worth = own === undefined ? 0 : gainOf(on, mentee, own) - (told.get(own) ?? 0);
    for (const mentor of on.reading.eligible.get(mentee)?.keys() ?? []) {
      const price = told.get(mentor) ?? 0;
      if (price === 0 || mentor === own || held.has(mentor) || gainOf(on, mentee, mentor) - price !== worth) continue;
      held.add(mentor);
      queue.push(...(on.menteesOf.get(mentor) ?? []));
    }
  }
  for (const [mentor, price] of told) if (price > 0 && !held.has(mentor)) return { word: "price-not-lowest", mentor };
  return undefined;
}

/** Policy `choice`: no two people would both rather have each other than what they have. */
function noPairBlocks(on: Case): VerifyFault | undefined {
  const { reading } = on;
  for (const [mentee, row] of reading.eligible) {
    if (reading.pinned.has(mentee)) continue;
    const own = on.mentorOf.get(mentee);
    for (const mentor of row.keys()) {
      if (mentor === own || (own !== undefined && reading.menteePrefers(mentee, own, mentor))) continue;
      const seated = on.menteesOf.get(mentor) ?? [];
      const loose = seated.filter((other) => !reading.pinned.has(other));
      const isFree = seated.length < (reading.places.get(mentor) ?? 0);
      if (isFree || loose.some((other) => reading.mentorPrefers(mentor, mentee, other)))
        return { word: "blocking-pair", mentee, mentor };
    }
  }
  return undefined;
}

function unaltered({ matching }: Case): VerifyFault | undefined {
  return matching.certificate.answer === sealOf(matching) ? undefined : { word: "answer-altered" };
}

function gainOf({ matching, reading, mutual }: Case, mentee: string, mentor: string): number {
  const { placed, mutual: kept, line, points, waited } = matching.certificate.weights;
  const above = (reading.eligible.get(mentee)?.get(mentor) ?? 0) - reading.lowest;
  let gain = placed + points * above;
  if (mutual.get(mentee) === mentor) gain += kept;
  if (reading.isBelow(mentee, mentor)) gain -= line;
  if (reading.waited.has(mentee)) gain += waited;
  return gain;
}

const pricesOf = ({ certificate }: Matching) => new Map(certificate.prices.map(({ mentor, price }) => [mentor, price]));
const ids = ({ mentee, mentor }: Pair) => ({ mentee, mentor });
