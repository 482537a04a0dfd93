import { hasPlace, leave, sit, waitingLower, waitingUpper, type State } from "./flow.ts";

/** After so many rounds what is left is a contest of the same few, which paths settle sooner. */
const rounds = 6;

/**
 * Seats most mentees by bidding. Each goes to the mentor that is cheapest for them and bids up to where their second choice
 * would be as good; a full mentor keeps the highest bids and asks the highest that was turned away. So prices rise only as
 * far as those who stay are willing to go, and nobody who sits would rather be elsewhere: it is exact, and a cheap
 * beginning. Answers those who have no place yet, in the order of the flow.
 */
export function auction(state: State): ReadonlyArray<number> {
  const bids: Bids = {
    upper: new Float64Array(state.mentor.length),
    lower: new Float64Array(state.mentor.length),
  };
  const left: number[] = [];
  let bidding: number[] = [];
  state.demand.forEach((demand, mentee) => (demand - (state.has[mentee] ?? 0) === 1 ? bidding : left).push(mentee));
  for (let round = 0; round < rounds && bidding.length > 0; round += 1) {
    const next: number[] = [];
    for (const mentee of bidding) bid(state, bids, mentee, next, left);
    bidding = next;
  }
  return [...left, ...bidding].toSorted((a, b) => a - b);
}

/** Up to which price each seated mentee stays, by edge. */
interface Bids {
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

function bid(state: State, bids: Bids, mentee: number, next: number[], left: number[]): void {
  const { edge, upper, lower } = dearestOf(state, mentee);
  // Waiting is as good as anything there is, and prices only rise.
  if (edge < 0) return;
  const mentor = state.mentor[edge] ?? 0;
  bids.upper[edge] = (state.priceUpper[mentor] ?? 0) + upper;
  bids.lower[edge] = (state.priceLower[mentor] ?? 0) + lower;
  if (hasPlace(state, mentor)) return sit(state, edge);

  const lowest = lowestBid(state, bids, mentor);
  const isOutbid = compare(bids, edge, lowest) <= 0;
  const ask = isOutbid ? edge : lowest;
  const isHigher =
    (bids.upper[ask] ?? 0) - (state.priceUpper[mentor] ?? 0) ||
    (bids.lower[ask] ?? 0) - (state.priceLower[mentor] ?? 0);
  state.priceUpper[mentor] = bids.upper[ask] ?? 0;
  state.priceLower[mentor] = bids.lower[ask] ?? 0;
  if (isOutbid) {
    // With nothing to raise, two would outbid each other by nothing for ever.
    (isHigher > 0 ? next : left).push(mentee);
    return;
  }
  leave(state, lowest);
  sit(state, edge);
  next.push(state.mentee[lowest] ?? 0);
}

/** The best edge of a mentee, -1 for waiting, and how much worse the second best is. */
function dearestOf(state: State, mentee: number): { edge: number; upper: number; lower: number } {
  const { start, mentor, upper, lower, priceUpper, priceLower } = state;
  let edge = -1;
  let bestUpper = waitingUpper(state, mentee, 0);
  let bestLower = waitingLower(state, mentee, 0);
  let nextUpper = Number.POSITIVE_INFINITY;
  let nextLower = 0;
  const end = start[mentee + 1] ?? 0;
  for (let at = start[mentee] ?? 0; at < end; at += 1) {
    const costUpper = upper[at] ?? 0;
    const costLower = lower[at] ?? 0;
    // Prices are never below nothing: whatever comes later in the row costs at least this.
    if (costUpper > nextUpper || (costUpper === nextUpper && costLower >= nextLower)) break;
    const to = mentor[at] ?? 0;
    const totalUpper = costUpper + (priceUpper[to] ?? 0);
    const totalLower = costLower + (priceLower[to] ?? 0);
    if (totalUpper < bestUpper || (totalUpper === bestUpper && totalLower < bestLower)) {
      nextUpper = bestUpper;
      nextLower = bestLower;
      bestUpper = totalUpper;
      bestLower = totalLower;
      edge = at;
    } else if (totalUpper < nextUpper || (totalUpper === nextUpper && totalLower < nextLower)) {
      nextUpper = totalUpper;
      nextLower = totalLower;
    }
  }
  return { edge, upper: nextUpper - bestUpper, lower: nextLower - bestLower };
}

function lowestBid(state: State, bids: Bids, mentor: number): number {
  let lowest = -1;
  for (const edge of state.seats[mentor] ?? []) if (lowest < 0 || compare(bids, edge, lowest) < 0) lowest = edge;
  return lowest;
}

function compare(bids: Bids, a: number, b: number): number {
  return (bids.upper[a] ?? 0) - (bids.upper[b] ?? 0) || (bids.lower[a] ?? 0) - (bids.lower[b] ?? 0);
}
