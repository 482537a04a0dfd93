import type { Cohort, ProblemInRows } from "./people.ts";
import type { Matching, Pair, PairRows, Policy, Problem } from "./problem.ts";

/** A problem as the checker reads it: maps by id, with nothing decided but what the problem itself decides. */
export interface Reading {
  readonly policy: Policy;
  /** Everyone who looks for a mentor or for one more. */
  readonly looking: ReadonlySet<string>;
  /** The mentors each of them may be given, and the points. */
  readonly rows: PairRows;
  /** Whom each of them named and may be given, where the wish is mutual. */
  readonly mutualOf: (mentee: string) => ReadonlyArray<string>;
  /** The points of the pinned pairs, by `keyOf`. */
  readonly pinned: ReadonlyMap<string, number>;
  /** How many mentors living and pinned pairs give each mentee, and how many more each looks for. */
  readonly has: ReadonlyMap<string, number>;
  readonly wishes: ReadonlyMap<string, number>;
  /** Places of each mentor that neither living nor pinned pairs have taken. */
  readonly places: ReadonlyMap<string, number>;
  readonly waited: ReadonlySet<string>;
  /** Below the fair line, and not the mentee's own choice. */
  readonly isBelow: (mentee: string, mentor: string, points: number) => boolean;
  /** Whether this mentee would rather have the first mentor than the second. */
  readonly menteePrefers: (mentee: string, first: string, second: string) => boolean;
  /** Whether this mentor would rather have the first mentee than the second. */
  readonly mentorPrefers: (mentor: string, first: string, second: string) => boolean;
}

/** A key for a pair that no two different pairs share. */
export const keyOf = ({ mentee, mentor }: Pair): string => JSON.stringify([mentee, mentor]);

/** Reads a problem for the checker. */
export function readingOf(problem: Problem | ProblemInRows): Reading {
  const { existing = [], pinned = [], named = [], waited = [], seed = "", fairLine } = problem;
  const has = new Map<string, number>();
  const places = new Map(problem.mentors.map(({ id, capacity }) => [id, capacity]));
  for (const { mentee, mentor } of [...existing, ...pinned]) {
    has.set(mentee, (has.get(mentee) ?? 0) + 1);
    places.set(mentor, Math.max(0, (places.get(mentor) ?? 0) - 1));
  }
  const wishes = new Map(problem.mentees.map(({ id, demand = 1 }) => [id, Math.max(0, demand - (has.get(id) ?? 0))]));
  const looking = new Set([...wishes].filter(([, count]) => count > 0).map(([id]) => id));
  const all = "rows" in problem ? problem.rows : listedRows(problem.pairs);
  const rows = undecided(all, problem, looking);

  const ranks = new Map<string, Map<string, number>>();
  for (const { by, who, rank } of named) ranks.set(by, (ranks.get(by) ?? new Map<string, number>()).set(who, rank));
  const rankOf = (by: string, who: string) => ranks.get(by)?.get(who) ?? Number.POSITIVE_INFINITY;
  const isNamed = (by: string, who: string) => Number.isFinite(rankOf(by, who));
  const pointsOf = (mentee: string, mentor: string) => rows.points(mentee, mentor) ?? 0;
  const lots = new Map([...problem.mentees, ...problem.mentors].map(({ id }) => [id, lotOf(seed, id)]));
  /** Lower comes first, one key after another; the last two keys, lot and id, leave no tie. */
  const isFirst = (a: ReadonlyArray<number | string>, b: ReadonlyArray<number | string>) => {
    const at = a.findIndex((key, index) => key !== b[index]);
    return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
  };
  const keys = (by: string, who: string, points: number) => [rankOf(by, who), -points, lots.get(who) ?? 0, who];
  return {
    policy: problem.policy ?? "agreed",
    looking,
    rows,
    mutualOf: (mentee) =>
      [...(ranks.get(mentee)?.keys() ?? [])].filter(
        (mentor) => isNamed(mentor, mentee) && rows.points(mentee, mentor) !== undefined,
      ),
    pinned: new Map(pinned.flatMap((pair) => keyed(pair, all.points(pair.mentee, pair.mentor)))),
    has,
    wishes,
    places,
    waited: new Set(waited),
    isBelow: (mentee, mentor, points) => fairLine !== undefined && points < fairLine && !isNamed(mentee, mentor),
    menteePrefers: (mentee, first, second) =>
      isFirst(keys(mentee, first, pointsOf(mentee, first)), keys(mentee, second, pointsOf(mentee, second))),
    mentorPrefers: (mentor, first, second) =>
      isFirst(keys(mentor, first, pointsOf(first, mentor)), keys(mentor, second, pointsOf(second, mentor))),
  };
}

const keyed = (pair: Pair, points: number | undefined): ReadonlyArray<[string, number]> =>
  points === undefined ? [] : [[keyOf(pair), points]];

/** The rows of a list of pairs. */
function listedRows(pairs: Problem["pairs"]): PairRows {
  const rows = new Map<string, Map<string, number>>();
  for (const { mentee, mentor, points } of pairs) {
    const row = rows.get(mentee);
    if (row) row.set(mentor, points);
    else rows.set(mentee, new Map([[mentor, points]]));
  }
  return {
    each: (mentee, visit) => rows.get(mentee)?.forEach((points, mentor) => visit(mentor, points)),
    points: (mentee, mentor) => rows.get(mentee)?.get(mentor),
  };
}

/** Rows of those who look for a mentor, without the pairs that are decided one way or the other. */
function undecided(
  rows: PairRows,
  { forbidden = [], existing = [], pinned = [] }: Omit<Problem, "pairs">,
  looking: ReadonlySet<string>,
): PairRows {
  const out = new Map<string, Set<string>>();
  for (const { mentee, mentor } of [...forbidden, ...existing, ...pinned])
    out.set(mentee, (out.get(mentee) ?? new Set<string>()).add(mentor));
  return {
    each: (mentee, visit) => {
      if (!looking.has(mentee)) return;
      const gone = out.get(mentee);
      rows.each(mentee, gone ? (mentor, points) => gone.has(mentor) || visit(mentor, points) : visit);
    },
    points: (mentee, mentor) =>
      looking.has(mentee) && !out.get(mentee)?.has(mentor) ? rows.points(mentee, mentor) : undefined,
  };
}

/**
 * The mutual choices, by `keyOf`: mentees ask the mentors with whom they named each other, dearest first, until they have as
 * many as they look for; a mentor keeps the dearest of those who asked, up to their places. In which order mentees ask
 * does not matter.
 */
export function mutualChoicesOf(reading: Reading): ReadonlyMap<string, Pair> {
  const lists = new Map<string, string[]>();
  for (const mentee of reading.looking) {
    const list = reading.mutualOf(mentee);
    lists.set(
      mentee,
      list.toSorted((a, b) => (reading.menteePrefers(mentee, a, b) ? -1 : 1)),
    );
  }
  const kept = new Map<string, string[]>();
  const asking = [...lists.keys()].flatMap((mentee) =>
    Array.from({ length: reading.wishes.get(mentee) ?? 0 }, () => mentee),
  );
  for (let mentee = asking.pop(); mentee !== undefined; mentee = asking.pop()) {
    const mentor = lists.get(mentee)?.shift();
    if (mentor === undefined) continue;
    const ranked = [...(kept.get(mentor) ?? []), mentee].toSorted((a, b) =>
      reading.mentorPrefers(mentor, a, b) ? -1 : 1,
    );
    const places = reading.places.get(mentor) ?? 0;
    kept.set(mentor, ranked.slice(0, places));
    asking.push(...ranked.slice(places));
  }
  const pairs = [...kept].flatMap(([mentor, mentees]) => mentees.map((mentee) => ({ mentee, mentor })));
  return new Map(pairs.map((pair) => [keyOf(pair), pair]));
}

/** The lot of an id under a seed: a whole number below 2^53, from two 32-bit words (see README, "Ties"). */
function lotOf(seed: string, id: string): number {
  const text = seed + "\n" + id;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    a = Math.imul(a ^ text.charCodeAt(at), 2654435761);
    b = Math.imul(b ^ text.charCodeAt(at), 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (b & 0x1fffff) * 0x100000000 + (a >>> 0);
}

/** The mark of a problem: sums of the lots of its statements, so that their order does not matter. */
export function sealOfProblem(problem: Problem | ProblemInRows): string {
  if ("rows" in problem) return sealOfPeople(problem.people);
  return sealed([
    ...problem.mentees.map(({ id, demand }) => ["mentee", id, demand ?? 1]),
    ...problem.mentors.map(({ id, capacity }) => ["mentor", id, capacity]),
    ...problem.pairs.map(({ mentee, mentor, points }) => ["pair", mentee, mentor, points]),
    ...(problem.named ?? []).map(({ by, who, rank }) => ["named", by, who, rank]),
    ...(problem.pinned ?? []).map(({ mentee, mentor }) => ["pinned", mentee, mentor]),
    ...(problem.existing ?? []).map(({ mentee, mentor }) => ["existing", mentee, mentor]),
    ...(problem.forbidden ?? []).map(({ mentee, mentor }) => ["forbidden", mentee, mentor]),
    ...(problem.waited ?? []).map((id) => ["waited", id]),
    ["settings", String(problem.fairLine), problem.policy ?? "agreed", problem.seed ?? ""],
  ]);
}

/** The mark of people and rules: every column of everyone, so that another week, team or wish is another mark. */
function sealOfPeople(cohort: Cohort): string {
  const { mentees, mentors, reporting, notAgain, deciding, forbidden, pinned, existing, named, waited } = cohort;
  const { referenceWeek, rules, table, fairLine, policy, seed } = cohort;
  const lists = { mentees, mentors, reporting, notAgain, deciding, forbidden, pinned, existing, named };
  return sealed([
    ...Object.entries(lists).flatMap(([name, list]) => (list ?? []).map((one) => [name, inOneOrder(one)])),
    ...(waited ?? []).map((id) => ["waited", id]),
    ["settings", inOneOrder({ referenceWeek, rules, table, fairLine, policy, seed })],
  ]);
}

/** An object as JSON with its fields by name, at every depth; what is left out and what is undefined are the same. */
function inOneOrder(value: object): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The mark of an answer. */
export function sealOf({ pairs, waiting, exceptions, levels, certificate }: Matching): string {
  const { placed, further, mutual, line, points, waited } = certificate.weights;
  return sealed([
    ...pairs.map((pair) => ["pair", pair.mentee, pair.mentor, pair.points]),
    ...waiting.map((id) => ["waiting", id]),
    ...exceptions.map(({ mentee, mentor }) => ["exception", mentee, mentor]),
    ["levels", levels.placed, levels.further, levels.mutualKept, levels.belowLine, levels.points],
    ["weights", placed, further, mutual, line, points, waited],
    ...certificate.prices.map((price) => ["price", price.mentor, price.levels, price.points]),
  ]);
}

function sealed(statements: ReadonlyArray<ReadonlyArray<string | number>>): string {
  let low = 0;
  let high = 0;
  for (const statement of statements) {
    const lot = lotOf("fingerprint", JSON.stringify(statement));
    low = (low + (lot % 0x100000000)) >>> 0;
    high = (high + Math.floor(lot / 0x100000000)) >>> 0;
  }
  return [high, low, statements.length].map((part) => part.toString(16).padStart(8, "0")).join("");
}
