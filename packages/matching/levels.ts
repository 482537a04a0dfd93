import type { Board } from "./board.ts";
import type { Marked } from "./choices.ts";
import type { Flow } from "./flow.ts";
import type { Levels, MentorPrice, Weights } from "./problem.ts";

/** Whole numbers up to here add up without rounding, with room for the sums of one search. */
const exactUpTo = Number.MAX_SAFE_INTEGER / 4;

/**
 * Weights under which one step of a level outweighs everything below it in its word, twice over: then a price can be read
 * back as levels. Throws a RangeError when sums could round; that takes points in thousands of millions.
 */
export function weightsOf(board: Board, mutual: Marked, hasLine: boolean): Weights {
  const free = board.places.reduce((sum, count) => sum + count, 0);
  const wishes = board.demand.reduce((sum, count, at) => sum + count - (board.has[at] ?? 0), 0);
  // One seat more than there are, so that a price may also speak of the next place.
  const seats = Math.min(wishes, free + 1);
  const most = board.points.reduce((sum, points) => Math.max(sum, Math.abs(points)), 0);
  const waited = board.waited.reduce((sum, one) => sum + one, 0);
  const pairs = mutual.reduce((sum, one) => sum + one, 0);
  const furtherWishes = wishes - board.has.reduce((sum, has) => sum + (has === 0 ? 1 : 0), 0);

  const points = 2 * waited + 1;
  let below = hasLine ? seats : 0;
  const kept = 2 * below + 1;
  below += kept * pairs;
  const further = 2 * below + 1;
  below += further * furtherWishes;
  const placed = 2 * below + 1;
  const isExact = placed + further + kept + 1 <= exactUpTo && (points * most + 1) * (seats + 1) <= exactUpTo;
  if (!isExact) throw new RangeError("matching: the sums of this problem would not stay exact");
  return { placed, further, mutual: kept, line: 1, points, waited: 1 };
}

/** A board's costs, rows in the order of cost, and the board's edge that each of the flow's is. */
export interface Costs {
  readonly flow: Flow;
  readonly edge: Int32Array;
}

/** The costs of a board: what each pair lacks of the best there could be, and waiting at the price of a place. */
export function costsOf(board: Board, mutual: Marked, weights: Weights, line: number | undefined): Costs {
  const size = board.mentor.length;
  let best = 0;
  const levels = new Float64Array(size);
  for (let edge = 0; edge < size; edge += 1) {
    best = Math.max(best, board.points[edge] ?? 0);
    levels[edge] = (mutual[edge] === 1 ? 0 : weights.mutual) + (isBelow(board, edge, line) ? weights.line : 0);
  }
  const order = orderByCost(board, levels);
  const [mentor, upper, lower] = [new Int32Array(size), new Float64Array(size), new Float64Array(size)];
  order.forEach((edge, at) => {
    mentor[at] = board.mentor[edge] ?? 0;
    upper[at] = levels[edge] ?? 0;
    lower[at] = weights.points * (best - (board.points[edge] ?? 0));
  });
  const { mentees, demand, has, places, start, waited } = board;
  const flow: Flow = {
    mentees: mentees.length,
    demand,
    has,
    places,
    start,
    mentor,
    upper,
    lower,
    waiting: {
      first: weights.placed + weights.mutual,
      further: weights.further + weights.mutual,
      lower: weights.points * best,
      waited,
    },
  };
  return { flow, edge: order };
}

/** The board's edges, each row by levels: rows come by points, so only wishes and the fair line put an edge elsewhere. */
function orderByCost(board: Board, levels: Float64Array): Int32Array {
  const order = new Int32Array(levels.length);
  for (let edge = 0; edge < order.length; edge += 1) order[edge] = edge;
  board.mentees.forEach((_, mentee) => {
    const [from, to] = [board.start[mentee] ?? 0, board.start[mentee + 1] ?? 0];
    for (let edge = from + 1; edge < to; edge += 1) {
      if ((levels[edge - 1] ?? 0) <= (levels[edge] ?? 0)) continue;
      order.subarray(from, to).sort((a, b) => (levels[a] ?? 0) - (levels[b] ?? 0) || a - b);
      return;
    }
  });
  return order;
}

/** Tells whether an edge lies below the fair line and is not the mentee's own choice. */
export function isBelow(board: Board, edge: number, line: number | undefined): boolean {
  return line !== undefined && (board.points[edge] ?? 0) < line && board.rank[edge] === 0;
}

/** Reads a price back as levels: how many steps of each it stands for. */
export function levelsOf(price: MentorPrice, weights: Weights): Levels {
  let rest = price.levels;
  const take = (weight: number) => {
    const steps = Math.round(rest / weight);
    rest -= steps * weight;
    return plain(steps);
  };
  const placed = take(weights.placed);
  const further = take(weights.further);
  const mutualKept = take(weights.mutual);
  const belowLine = plain(-take(weights.line));
  return { placed, further, mutualKept, belowLine, points: plain(Math.round(price.points / weights.points)) };
}

/** Keeps a negative zero out of the answer. */
const plain = (steps: number) => (steps === 0 ? 0 : steps);
