import { pairKey } from "./faults.ts";
import { drawn } from "./order.ts";
import type { Pair, Problem } from "./problem.ts";

/** Who looks for whom, in drawn order, with everything taken out that is decided already: pinned and existing pairs. */
export interface Seats {
  /** Those who look for a mentor, or for one more. */
  readonly mentees: ReadonlyArray<string>;
  readonly mentors: ReadonlyArray<string>;
  /** How many mentors each mentee looks for in all, and how many of them are decided. */
  readonly demand: Int32Array;
  readonly has: Int32Array;
  /** 1 where the mentee waited last time. */
  readonly waited: Uint8Array;
  /** Free places of each mentor. */
  readonly places: Int32Array;
}

/**
 * A problem as columns of numbers; forbidden pairs are gone.
 * Row `i` holds the edges `start[i]` to `start[i + 1]` of mentee `i`: the most points first, then by mentor.
 */
export interface Board extends Seats {
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  readonly points: Float64Array;
  /** The mentee's rank of the mentor; 0 where not named. */
  readonly rank: Float64Array;
  /** The mentor's rank of the mentee; 0 where not named. */
  readonly back: Float64Array;
}

/** A pair of a row that is not laid out yet. */
export interface Edge {
  readonly mentor: number;
  readonly points: number;
  readonly rank: number;
  readonly back: number;
}

/** Lays out a problem that has no faults. Only mentees who still look for a mentor have a row. */
export function boardOf(problem: Problem): Board {
  const seats = seatsOf(problem);
  return { ...seats, ...columnsOf(rowsOf(problem, seats)) };
}

/** Lays out who takes part in a problem, whatever its pairs. */
export function seatsOf(problem: Omit<Problem, "pairs">): Seats {
  const seed = problem.seed ?? "";
  const decided = new Map<string, number>();
  for (const { mentee } of [...(problem.existing ?? []), ...(problem.pinned ?? [])])
    decided.set(mentee, (decided.get(mentee) ?? 0) + 1);
  const demands = new Map(problem.mentees.map(({ id, demand }) => [id, demand ?? 1]));
  const looking = [...demands].filter(([id, demand]) => demand > (decided.get(id) ?? 0)).map(([id]) => id);
  const mentees = drawn(seed, looking);
  const mentors = drawn(
    seed,
    problem.mentors.map(({ id }) => id),
  );
  const mentorAt = new Map(mentors.map((id, at) => [id, at]));
  const waited = new Set(problem.waited ?? []);
  return {
    mentees,
    mentors,
    demand: Int32Array.from(mentees, (id) => demands.get(id) ?? 1),
    has: Int32Array.from(mentees, (id) => decided.get(id) ?? 0),
    waited: Uint8Array.from(mentees, (id) => (waited.has(id) ? 1 : 0)),
    places: placesOf(problem, mentors, mentorAt),
  };
}

function placesOf(
  problem: Omit<Problem, "pairs">,
  mentors: ReadonlyArray<string>,
  mentorAt: ReadonlyMap<string, number>,
): Int32Array {
  const places = new Int32Array(mentors.length);
  const add = (id: string, count: number) => {
    const at = mentorAt.get(id);
    if (at !== undefined) places[at] = Math.max(0, (places[at] ?? 0) + count);
  };
  for (const { id, capacity } of problem.mentors)
    add(id, Math.min(capacity, problem.mentees.length + (problem.existing ?? []).length));
  for (const { mentor } of problem.existing ?? []) add(mentor, -1);
  for (const { mentor } of problem.pinned ?? []) add(mentor, -1);
  return places;
}

/** The edges of a problem, by mentee. */
export function rowsOf(problem: Problem, { mentees, mentors }: Seats): Edge[][] {
  const mentorAt = new Map(mentors.map((id, at) => [id, at]));
  const menteeAt = new Map(mentees.map((id, at) => [id, at]));
  // Nobody is given the same mentor twice.
  const decided = [problem.forbidden, problem.existing, problem.pinned].flatMap((list) => list ?? []);
  const out = new Set(decided.map(pairKey));
  const ranks = new Map((problem.named ?? []).map(({ by, who, rank }) => [pairKey({ mentee: by, mentor: who }), rank]));
  const rankOf = (by: string, who: string) =>
    ranks.size === 0 ? 0 : (ranks.get(pairKey({ mentee: by, mentor: who })) ?? 0);
  const rows: Edge[][] = mentees.map(() => []);
  for (const pair of problem.pairs) {
    const row = menteeAt.get(pair.mentee);
    const mentor = mentorAt.get(pair.mentor);
    if (row === undefined || mentor === undefined) continue;
    if (out.size > 0 && out.has(pairKey(pair))) continue;
    const rank = rankOf(pair.mentee, pair.mentor);
    const back = rankOf(pair.mentor, pair.mentee);
    rows[row]?.push({ mentor, points: pair.points, rank, back });
  }
  return rows;
}

/** Lays rows out one after the other, each in order. */
export function columnsOf(rows: ReadonlyArray<Edge[]>): Omit<Board, keyof Seats> {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (start[at + 1] = (start[at] ?? 0) + row.length));
  const size = start[rows.length] ?? 0;
  const mentor = new Int32Array(size);
  const [points, rank, back] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let at = 0;
  for (const row of rows) {
    row.sort((a, b) => b.points - a.points || a.mentor - b.mentor);
    for (const edge of row) {
      mentor[at] = edge.mentor;
      points[at] = edge.points;
      rank[at] = edge.rank;
      back[at] = edge.back;
      at += 1;
    }
  }
  return { start, mentor, points, rank, back };
}

/** The mentee each edge belongs to. */
export function menteeOfEdges({ start, mentor, mentees }: Pick<Board, "start" | "mentor" | "mentees">): Int32Array {
  const owner = new Int32Array(mentor.length);
  mentees.forEach((_, mentee) => owner.fill(mentee, start[mentee] ?? 0, start[mentee + 1] ?? 0));
  return owner;
}

/** The ids of a mentee and a mentor. */
export function pairAt(board: Board, mentee: number, mentor: number): Pair {
  return { mentee: board.mentees[mentee] ?? "", mentor: board.mentors[mentor] ?? "" };
}
