import { byId } from "./order.ts";
import type { ProblemInRows } from "./people.ts";
import type { Matching, PairRows, Problem, ScoredPair } from "./problem.ts";

/** These mentees can go only to these mentors, who have fewer places. */
export interface Shortage {
  readonly mentees: ReadonlyArray<string>;
  readonly mentors: ReadonlyArray<string>;
  readonly places: number;
}

/** A set of mentors, a bit each. */
type Mentors = Uint32Array;

/**
 * Tells of a waiting mentee who competes with them: the mentors they can go to, those who sit there, the mentors those can go to,
 * and so on. When all these places are taken, no other matching places more of them.
 */
export function shortagesOf(
  problem: Problem | ProblemInRows,
  { pairs, waiting }: Matching,
): (mentee: string) => Shortage {
  const ids = problem.mentors.map(({ id }) => id);
  const at = new Map(ids.map((id, index) => [id, index]));
  const rowOf = rowsOf(problem, at);
  const pinned = new Set((problem.pinned ?? []).map(({ mentee }) => mentee));
  const seated: string[][] = ids.map(() => []);
  for (const { mentee, mentor } of pairs) if (!pinned.has(mentee)) seated[at.get(mentor) ?? -1]?.push(mentee);
  const reach = reachOf(seated, rowOf);
  const places = freePlaces(problem);
  const rows = waiting.map((mentee) => ({ mentee, row: rowOf(mentee) }));
  const reached = new Map(rows.map(({ mentee, row }) => [mentee, reach(row)]));
  const known = new Map<string, Shortage>();

  return (mentee) => {
    const inside = reached.get(mentee) ?? reach(rowOf(mentee));
    const key = inside.join();
    const shortage = known.get(key) ?? shortageIn(inside);
    known.set(key, shortage);
    return shortage;
  };

  function shortageIn(inside: Mentors): Shortage {
    const mentors = membersOf(inside);
    // Others who wait for the same places belong to the shortage too.
    const others = rows.filter(
      ({ row }) => !isEmpty(row) && row.every((bits, word) => (bits & ~(inside[word] ?? 0)) === 0),
    );
    const mentees = [...mentors.flatMap((mentor) => seated[mentor] ?? []), ...others.map(({ mentee }) => mentee)];
    const named = mentors.map((mentor) => ids[mentor] ?? "");
    return {
      mentees: [...new Set(mentees)].toSorted(byId),
      mentors: named.toSorted(byId),
      places: named.reduce((sum, mentor) => sum + (places.get(mentor) ?? 0), 0),
    };
  }
}

/** Everyone whom one can come to by people moving on: each mentor is followed once, and a set that is closed is taken whole. */
function reachOf(
  seated: ReadonlyArray<ReadonlyArray<string>>,
  rowOf: (mentee: string) => Mentors,
): (from: Mentors) => Mentors {
  const next = seated.map((): Mentors | undefined => undefined);
  const closed = seated.map((): Mentors | undefined => undefined);
  const nextOf = (mentor: number) => {
    const known = next[mentor];
    if (known) return known;
    const all = rowOf("");
    for (const mentee of seated[mentor] ?? []) add(all, rowOf(mentee));
    next[mentor] = all;
    return all;
  };
  const close = (mentor: number): Mentors => {
    const known = closed[mentor];
    if (known) return known;
    const found = rowOf("");
    const done = rowOf("");
    set(found, mentor);
    for (let to = firstOf(found, done); to >= 0; to = firstOf(found, done)) {
      const whole = closed[to];
      set(done, to);
      add(found, whole ?? nextOf(to));
      if (whole) add(done, whole);
    }
    closed[mentor] = found;
    return found;
  };
  return (from) => {
    const found = rowOf("");
    for (let to = firstOf(from, found); to >= 0; to = firstOf(from, found)) add(found, close(to));
    return found;
  };
}

/** The mentors whom each mentee can go to; none for nobody. */
function rowsOf(problem: Problem | ProblemInRows, at: ReadonlyMap<string, number>): (mentee: string) => Mentors {
  const words = Math.ceil(at.size / 32);
  const forbidden = new Map<string, Set<string>>();
  for (const { mentee, mentor } of problem.forbidden ?? [])
    forbidden.set(mentee, (forbidden.get(mentee) ?? new Set<string>()).add(mentor));
  const { each } = "rows" in problem ? problem.rows : listed(problem);
  return (mentee) => {
    const row = new Uint32Array(words);
    const out = forbidden.get(mentee);
    each(mentee, (mentor) => {
      if (!out?.has(mentor)) set(row, at.get(mentor) ?? 0);
    });
    return row;
  };
}

function listed({ pairs }: Problem): Pick<PairRows, "each"> {
  const rows = new Map<string, ScoredPair[]>();
  for (const pair of pairs) {
    const row = rows.get(pair.mentee);
    if (row) row.push(pair);
    else rows.set(pair.mentee, [pair]);
  }
  return { each: (mentee, visit) => rows.get(mentee)?.forEach(({ mentor, points }) => visit(mentor, points)) };
}

function freePlaces({ mentors, existing = [], pinned = [] }: Omit<Problem, "pairs">): ReadonlyMap<string, number> {
  const places = new Map(mentors.map(({ id, capacity }) => [id, capacity]));
  for (const { mentor } of [...existing, ...pinned]) places.set(mentor, Math.max(0, (places.get(mentor) ?? 0) - 1));
  return places;
}

function set(into: Mentors, mentor: number): void {
  into[mentor >>> 5] = (into[mentor >>> 5] ?? 0) | (1 << (mentor & 31));
}

function add(into: Mentors, more: Mentors): void {
  for (let word = 0; word < into.length; word += 1) into[word] = (into[word] ?? 0) | (more[word] ?? 0);
}

/** The first mentor of a set who is not in the other; -1 where all are. */
function firstOf(from: Mentors, without: Mentors): number {
  for (let word = 0; word < from.length; word += 1) {
    const left = (from[word] ?? 0) & ~(without[word] ?? 0);
    if (left !== 0) return word * 32 + 31 - Math.clz32(left);
  }
  return -1;
}

function membersOf(mentors: Mentors): ReadonlyArray<number> {
  return [...mentors].flatMap((bits, word) =>
    Array.from({ length: 32 }, (_, bit) => bit)
      .filter((bit) => (bits >>> bit) & 1)
      .map((bit) => word * 32 + bit),
  );
}

const isEmpty = (mentors: Mentors) => mentors.every((bits) => bits === 0);
