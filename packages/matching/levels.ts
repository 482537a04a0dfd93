import type { Board } from "./board.ts";
import type { Held } from "./choices.ts";
import type { Levels, Weights } from "./problem.ts";

/** Whole numbers up to here add up without rounding, with room for the sums of one search. */
const exactUpTo = Number.MAX_SAFE_INTEGER / 4;

/** The lowest points of any listed pair; gains are counted from there. */
export function lowestOf(points: Iterable<number>): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const value of points) lowest = Math.min(lowest, value);
  return Number.isFinite(lowest) ? lowest : 0;
}

/**
 * Weights under which one step of a level outweighs everything below it, twice over:
 * then a price can be read back as levels.
 * Throws a RangeError when sums could round; that takes thousands of people on many thousands of points.
 */
export function weightsOf(board: Board, mutual: Held, lowest: number, hasLine: boolean): Weights {
  const places = board.places.reduce((sum, count) => sum + count, 0);
  // One seat more than there are, so that a price may also speak of the next place.
  const seats = Math.min(board.mentees.length, places + 1);
  const range = board.points.reduce((most, points) => Math.max(most, points - lowest), 0);
  const waiting = board.waited.reduce((sum, one) => sum + one, 0);
  const pairs = mutual.reduce((sum, edge) => sum + (edge < 0 ? 0 : 1), 0);

  let below = waiting;
  const points = 2 * below + 1;
  below += points * range * seats;
  const line = 2 * below + 1;
  below += hasLine ? line * seats : 0;
  const kept = 2 * below + 1;
  below += kept * pairs;
  const placed = 2 * below + 1;
  if (!(placed + kept + points * range + 1 <= exactUpTo)) {
    throw new RangeError("matching: the sums of this problem would not stay exact");
  }
  return { placed, mutual: kept, line, points, waited: 1 };
}

/** What each edge brings, as one whole number; always above 0, which is what waiting brings. */
export function gainsOf(
  board: Board,
  mutual: Held,
  weights: Weights,
  lowest: number,
  line: number | undefined,
): Float64Array {
  const gains = new Float64Array(board.mentor.length);
  for (let mentee = 0; mentee < board.mentees.length; mentee += 1) {
    for (let edge = board.start[mentee] ?? 0; edge < (board.start[mentee + 1] ?? 0); edge += 1) {
      let gain = weights.placed + weights.points * ((board.points[edge] ?? 0) - lowest);
      if (mutual[mentee] === edge) gain += weights.mutual;
      if (isBelow(board, edge, line)) gain -= weights.line;
      if (board.waited[mentee] === 1) gain += weights.waited;
      gains[edge] = gain;
    }
  }
  return gains;
}

/** Tells whether an edge lies below the fair line and is not the mentee's own choice. */
export function isBelow(board: Board, edge: number, line: number | undefined): boolean {
  return line !== undefined && (board.points[edge] ?? 0) < line && board.rank[edge] === 0;
}

/** Reads a number of the engine back as levels: how many steps of each it stands for. */
export function levelsOf(worth: number, weights: Weights): Levels {
  const take = (weight: number) => {
    const steps = Math.round(rest / weight);
    rest -= steps * weight;
    // `0 - 0` keeps a negative zero out of the answer.
    return steps === 0 ? 0 : steps;
  };
  let rest = worth;
  const placed = take(weights.placed);
  const mutualKept = take(weights.mutual);
  const lineSteps = take(weights.line);
  return { placed, mutualKept, belowLine: lineSteps === 0 ? 0 : -lineSteps, points: take(weights.points) };
}
