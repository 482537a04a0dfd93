import type { Matching, Policy, Problem } from "./problem.ts";

/** A problem as the checker reads it: maps by id, with nothing decided. */
export interface Reading {
  readonly policy: Policy;
  /** Everyone who may be part of the answer, each with their eligible mentors and the points. */
  readonly eligible: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Places of each mentor that pairs living already have not taken. */
  readonly places: ReadonlyMap<string, number>;
  /** Pinned mentees: they are not up for choice. */
  readonly pinned: ReadonlySet<string>;
  readonly waited: ReadonlySet<string>;
  /** The lowest points of any listed pair. */
  readonly lowest: number;
  /** Below the fair line, and not the mentee's own choice. */
  readonly isBelow: (mentee: string, mentor: string) => boolean;
  readonly isMutual: (mentee: string, mentor: string) => boolean;
  /** Whether this mentee would rather have the first mentor than the second. */
  readonly menteePrefers: (mentee: string, first: string, second: string) => boolean;
  /** Whether this mentor would rather have the first mentee than the second. */
  readonly mentorPrefers: (mentor: string, first: string, second: string) => boolean;
  /** Places of each mentor that neither living nor pinned pairs have taken. */
  readonly freePlaces: ReadonlyMap<string, number>;
}

/** Reads a problem for the checker. */
export function readingOf(problem: Problem): Reading {
  const pinned = new Set((problem.pinned ?? []).map(({ mentee }) => mentee));
  const eligible = eligibleOf(problem);
  const places = new Map(problem.mentors.map(({ id, capacity }) => [id, capacity]));
  const take = (from: Map<string, number>, mentor: string) =>
    from.set(mentor, Math.max(0, (from.get(mentor) ?? 0) - 1));
  for (const { mentor } of problem.existing ?? []) take(places, mentor);
  const freePlaces = new Map(places);
  for (const { mentor } of problem.pinned ?? []) take(freePlaces, mentor);

  const wishes = new Map<string, Map<string, number>>();
  for (const { by, who, rank } of problem.named ?? [])
    wishes.set(by, (wishes.get(by) ?? new Map<string, number>()).set(who, rank));
  const rankOf = (by: string, who: string) => wishes.get(by)?.get(who) ?? Number.POSITIVE_INFINITY;
  const pointsOf = (mentee: string, mentor: string) => eligible.get(mentee)?.get(mentor) ?? 0;
  const lots = new Map([...problem.mentees, ...problem.mentors].map(({ id }) => [id, lotOf(problem.seed ?? "", id)]));
  const line = problem.fairLine ?? Number.NEGATIVE_INFINITY;
  /** Lower comes first, one key after another; the last two keys, lot and id, leave no tie. */
  const isFirst = (a: ReadonlyArray<number | string>, b: ReadonlyArray<number | string>) => {
    const at = a.findIndex((key, index) => key !== b[index]);
    return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
  };
  const keys = (by: string, who: string, points: number) => [rankOf(by, who), -points, lots.get(who) ?? 0, who];
  return {
    policy: problem.policy ?? "agreed",
    eligible,
    places,
    freePlaces,
    pinned,
    waited: new Set(problem.waited ?? []),
    lowest: problem.pairs.reduce((least, { points }) => Math.min(least, points), problem.pairs[0]?.points ?? 0),
    isBelow: (mentee, mentor) => pointsOf(mentee, mentor) < line && rankOf(mentee, mentor) === Number.POSITIVE_INFINITY,
    isMutual: (mentee, mentor) => Number.isFinite(rankOf(mentee, mentor)) && Number.isFinite(rankOf(mentor, mentee)),
    menteePrefers: (mentee, first, second) =>
      isFirst(keys(mentee, first, pointsOf(mentee, first)), keys(mentee, second, pointsOf(mentee, second))),
    mentorPrefers: (mentor, first, second) =>
      isFirst(keys(mentor, first, pointsOf(first, mentor)), keys(mentor, second, pointsOf(second, mentor))),
  };
}

function eligibleOf(problem: Problem): Map<string, Map<string, number>> {
  const eligible = new Map<string, Map<string, number>>(problem.mentees.map(({ id }) => [id, new Map()]));
  for (const { mentee } of problem.existing ?? []) eligible.delete(mentee);
  for (const { mentee, mentor, points } of problem.pairs) eligible.get(mentee)?.set(mentor, points);
  for (const { mentee, mentor } of problem.forbidden ?? []) eligible.get(mentee)?.delete(mentor);
  return eligible;
}

/**
 * The mutual choices: mentees ask the mentors with whom they named each other, dearest first; a mentor keeps
 * the dearest of those who asked, up to their places. The order in which mentees ask does not matter.
 */
export function mutualChoicesOf(reading: Reading): ReadonlyMap<string, string> {
  const lists = new Map<string, string[]>();
  for (const [mentee, row] of reading.eligible) {
    if (reading.pinned.has(mentee)) continue;
    const list = [...row.keys()].filter((mentor) => reading.isMutual(mentee, mentor));
    if (list.length > 0)
      lists.set(
        mentee,
        list.toSorted((a, b) => (reading.menteePrefers(mentee, a, b) ? -1 : 1)),
      );
  }
  const kept = new Map<string, string[]>();
  const asking = [...lists.keys()];
  for (let mentee = asking.pop(); mentee !== undefined; mentee = asking.pop()) {
    const mentor = lists.get(mentee)?.shift();
    if (mentor === undefined) continue;
    const ranked = [...(kept.get(mentor) ?? []), mentee].toSorted((a, b) =>
      reading.mentorPrefers(mentor, a, b) ? -1 : 1,
    );
    const places = reading.freePlaces.get(mentor) ?? 0;
    kept.set(mentor, ranked.slice(0, places));
    asking.push(...ranked.slice(places));
  }
  return new Map([...kept].flatMap(([mentor, mentees]) => mentees.map((mentee) => [mentee, mentor] as const)));
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
export function sealOfProblem(problem: Problem): string {
  return sealed([
    ...problem.mentees.map(({ id }) => ["mentee", id]),
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

/** The mark of an answer. */
export function sealOf({ pairs, waiting, exceptions, levels, certificate }: Matching): string {
  const { placed, mutual, line, points, waited } = certificate.weights;
  return sealed([
    ...pairs.map((pair) => ["pair", pair.mentee, pair.mentor, pair.points]),
    ...waiting.map((id) => ["waiting", id]),
    ...exceptions.map(({ mentee, mentor }) => ["exception", mentee, mentor]),
    ["levels", levels.placed, levels.mutualKept, levels.belowLine, levels.points],
    ["weights", placed, mutual, line, points, waited],
    ...certificate.prices.map(({ mentor, price }) => ["price", mentor, price]),
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
