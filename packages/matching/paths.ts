import { hasPlace, leave, sit, waitingLower, waitingUpper, type State } from "./flow.ts";
import { clearHeap, emptyHeap, popNearest, pushNear, type Heap } from "./heap.ts";

/** One search for the cheapest way to seat one mentee more; the columns serve the next search again. */
export interface Search {
  /** How far each mentor was found to be. */
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  /** The edge by which each mentor was reached; -1 where it was not. */
  readonly by: Int32Array;
  /** The seat that is given up to take that edge; -1 where the search began. */
  readonly after: Int32Array;
  readonly settled: Uint8Array;
  /** Everyone reached so far. */
  readonly reached: number[];
  readonly heap: Heap;
  /** The cheapest end found so far: a mentor with a place, or a seat whose mentee waits from then on. */
  boundUpper: number;
  boundLower: number;
  endMentor: number;
  endSeat: number;
}

/** A search that has not begun. */
export function newSearch(mentors: number): Search {
  return {
    upper: new Float64Array(mentors).fill(Number.POSITIVE_INFINITY),
    lower: new Float64Array(mentors),
    by: new Int32Array(mentors).fill(-1),
    after: new Int32Array(mentors).fill(-1),
    settled: new Uint8Array(mentors),
    reached: [],
    heap: emptyHeap(),
    boundUpper: 0,
    boundLower: 0,
    endMentor: -1,
    endSeat: -1,
  };
}

/**
 * Looks for one mentor more for a mentee: by the cheapest path of people who move on by one, which ends where a place is
 * free, where somebody waits instead, or with the mentee itself waiting. Prices rise as far as the path is long.
 * Answers whether the mentee got one.
 */
export function seatOneMore(state: State, search: Search, mentee: number): boolean {
  search.boundUpper = waitingUpper(state, mentee, 0);
  search.boundLower = waitingLower(state, mentee, 0);
  search.endMentor = -1;
  search.endSeat = -1;
  relax(state, search, mentee, -1, 0, 0);
  for (let mentor = popNearest(search.heap); mentor >= 0; mentor = popNearest(search.heap)) {
    if (search.settled[mentor] === 1) continue;
    const upper = search.upper[mentor] ?? 0;
    const lower = search.lower[mentor] ?? 0;
    if (upper > search.boundUpper || (upper === search.boundUpper && lower >= search.boundLower)) break;
    search.settled[mentor] = 1;
    for (const seat of state.seats[mentor] ?? []) moveOn(state, search, seat, upper, lower);
  }
  raisePrices(state, search);
  const isSeated = search.endMentor >= 0 || search.endSeat >= 0;
  if (isSeated) walkBack(state, search);
  reset(search);
  return isSeated;
}

/** What it would cost if the mentee of this seat gave it up: by waiting, or by going to another mentor. */
function moveOn(state: State, search: Search, seat: number, upper: number, lower: number): void {
  const mentee = state.mentee[seat] ?? 0;
  const mentor = state.mentor[seat] ?? 0;
  const baseUpper = upper - (state.upper[seat] ?? 0) - (state.priceUpper[mentor] ?? 0);
  const baseLower = lower - (state.lower[seat] ?? 0) - (state.priceLower[mentor] ?? 0);
  const endUpper = baseUpper + waitingUpper(state, mentee, 1);
  const endLower = baseLower + waitingLower(state, mentee, 1);
  if (endUpper < search.boundUpper || (endUpper === search.boundUpper && endLower < search.boundLower)) {
    search.boundUpper = endUpper;
    search.boundLower = endLower;
    search.endMentor = -1;
    search.endSeat = seat;
  }
  relax(state, search, mentee, seat, baseUpper, baseLower);
}

function relax(state: State, search: Search, mentee: number, seat: number, baseUpper: number, baseLower: number): void {
  const { start, mentor, upper, lower, taken, priceUpper, priceLower } = state;
  const end = start[mentee + 1] ?? 0;
  for (let edge = start[mentee] ?? 0; edge < end; edge += 1) {
    let toUpper = baseUpper + (upper[edge] ?? 0);
    let toLower = baseLower + (lower[edge] ?? 0);
    // The cheapest come first and prices are never below nothing: no later edge of the row can lead to a nearer end.
    if (toUpper > search.boundUpper || (toUpper === search.boundUpper && toLower >= search.boundLower)) return;
    if (taken[edge] === 1) continue;
    const to = mentor[edge] ?? 0;
    toUpper += priceUpper[to] ?? 0;
    toLower += priceLower[to] ?? 0;
    if (toUpper > search.boundUpper || (toUpper === search.boundUpper && toLower >= search.boundLower)) continue;
    const known = search.upper[to] ?? 0;
    if (toUpper > known || (toUpper === known && toLower >= (search.lower[to] ?? 0))) continue;
    if (known === Number.POSITIVE_INFINITY) search.reached.push(to);
    search.upper[to] = toUpper;
    search.lower[to] = toLower;
    search.by[to] = edge;
    search.after[to] = seat;
    if (hasPlace(state, to)) {
      search.boundUpper = toUpper;
      search.boundLower = toLower;
      search.endMentor = to;
      search.endSeat = -1;
    } else {
      pushNear(search.heap, toUpper, toLower, to);
    }
  }
}

function raisePrices(state: State, search: Search): void {
  for (const mentor of search.reached) {
    if (search.settled[mentor] !== 1) continue;
    state.priceUpper[mentor] = (state.priceUpper[mentor] ?? 0) + search.boundUpper - (search.upper[mentor] ?? 0);
    state.priceLower[mentor] = (state.priceLower[mentor] ?? 0) + search.boundLower - (search.lower[mentor] ?? 0);
  }
}

/** Moves everyone on the path one step on, from its end back to where it began. */
function walkBack(state: State, search: Search): void {
  let mentor = search.endMentor;
  if (mentor < 0) {
    mentor = state.mentor[search.endSeat] ?? 0;
    leave(state, search.endSeat);
  }
  for (;;) {
    const seat = search.after[mentor] ?? -1;
    if (seat >= 0) leave(state, seat);
    sit(state, search.by[mentor] ?? 0);
    if (seat < 0) return;
    mentor = state.mentor[seat] ?? 0;
  }
}

function reset(search: Search): void {
  for (const mentor of search.reached) {
    search.upper[mentor] = Number.POSITIVE_INFINITY;
    search.settled[mentor] = 0;
  }
  search.reached.length = 0;
  clearHeap(search.heap);
}
