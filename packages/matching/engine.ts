import { emptyHeap, popNearest, pushNear, type Heap } from "./heap.ts";

/** What the engine is given: rows of edges with a gain above 0, and places. All numbers are whole. */
export interface Flow {
  readonly mentees: number;
  readonly places: Int32Array;
  /** Row `i` holds the edges `start[i]` to `start[i + 1]`. */
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  readonly gain: Float64Array;
}

/** What the engine answers: an assignment of the greatest total gain, and the lowest prices that prove it. */
export interface Assignment {
  /** The edge each mentee takes; -1 where it waits. */
  readonly taken: Int32Array;
  /** The price of each mentor: 0 while a place is free. */
  readonly price: Float64Array;
}

interface State extends Flow {
  /** The gain of the best edge there is; costs are counted down from it, so none is negative. */
  readonly top: number;
  readonly taken: Int32Array;
  readonly price: Float64Array;
  /** The mentees who sit with each mentor. */
  readonly seats: ReadonlyArray<number[]>;
}

interface Search {
  readonly distance: Float64Array;
  /** The edge by which each mentor was reached, and the mentee it starts from. */
  readonly edge: Int32Array;
  readonly from: Int32Array;
  readonly settled: Uint8Array;
  readonly heap: Heap;
  best: number;
  /** Where the best path ends: a mentor with a free place, or a mentee who waits from then on. */
  endMentor: number;
  endMentee: number;
}

/**
 * Finds an assignment of greatest total gain by shortest augmenting paths over mentor prices.
 * Every mentee can also wait, for a gain of 0, so there is always an answer.
 * The same flow gives the same answer, ties included.
 */
export function assign(flow: Flow): Assignment {
  const top = flow.gain.reduce((most, gain) => Math.max(most, gain), 0);
  // A mentor without a place starts at a price nobody pays; `lowestPrices` brings it down.
  const price = Float64Array.from(flow.places, (places) => (places > 0 ? 0 : top));
  const taken = new Int32Array(flow.mentees).fill(-1);
  const state: State = { ...flow, top, price, taken, seats: Array.from(flow.places, () => []) };
  for (let mentee = 0; mentee < flow.mentees; mentee += 1) seat(state, mentee);
  return { taken, price: lowestPrices(state) };
}

function seat(state: State, mentee: number): void {
  const search = shortestPath(state, mentee);
  search.distance.forEach((distance, mentor) => {
    if (search.settled[mentor] === 1) state.price[mentor] = (state.price[mentor] ?? 0) + search.best - distance;
  });
  walkBack(state, search, mentee);
}

function shortestPath(state: State, mentee: number): Search {
  const mentors = state.places.length;
  const search: Search = {
    distance: new Float64Array(mentors).fill(Number.POSITIVE_INFINITY),
    edge: new Int32Array(mentors).fill(-1),
    from: new Int32Array(mentors).fill(-1),
    settled: new Uint8Array(mentors),
    heap: emptyHeap(),
    best: state.top,
    endMentor: -1,
    endMentee: mentee,
  };
  relax(state, search, mentee, 0);
  for (let mentor = popNearest(search.heap); mentor >= 0; mentor = popNearest(search.heap)) {
    const distance = search.distance[mentor] ?? 0;
    if (distance >= search.best) break;
    if (search.settled[mentor] === 1) continue;
    search.settled[mentor] = 1;
    for (const other of state.seats[mentor] ?? []) {
      const base = distance - costOf(state, state.taken[other] ?? 0);
      if (base + state.top < search.best) {
        search.best = base + state.top;
        search.endMentor = -1;
        search.endMentee = other;
      }
      relax(state, search, other, base);
    }
  }
  return search;
}

function relax(state: State, search: Search, mentee: number, base: number): void {
  const end = state.start[mentee + 1] ?? 0;
  for (let edge = state.start[mentee] ?? 0; edge < end; edge += 1) {
    const mentor = state.mentor[edge] ?? 0;
    const distance = base + costOf(state, edge);
    if (distance >= search.best || distance >= (search.distance[mentor] ?? 0)) continue;
    search.distance[mentor] = distance;
    search.edge[mentor] = edge;
    search.from[mentor] = mentee;
    if ((state.seats[mentor]?.length ?? 0) < (state.places[mentor] ?? 0)) {
      search.best = distance;
      search.endMentor = mentor;
    } else {
      pushNear(search.heap, distance, mentor);
    }
  }
}

/** Cost plus price of an edge: what a mentee gives up by taking it. */
function costOf(state: State, edge: number): number {
  return state.top - (state.gain[edge] ?? 0) + (state.price[state.mentor[edge] ?? 0] ?? 0);
}

/** Moves everyone on the path one step on, from its end back to the mentee it began with. */
function walkBack(state: State, search: Search, first: number): void {
  let mentor = search.endMentor;
  if (mentor < 0) {
    const leaving = search.endMentee;
    if (leaving === first) return;
    mentor = leave(state, leaving);
    state.taken[leaving] = -1;
  }
  for (;;) {
    const mentee = search.from[mentor] ?? 0;
    const next = mentee === first ? -1 : leave(state, mentee);
    state.taken[mentee] = search.edge[mentor] ?? -1;
    state.seats[mentor]?.push(mentee);
    if (next < 0) return;
    mentor = next;
  }
}

function leave(state: State, mentee: number): number {
  const mentor = state.mentor[state.taken[mentee] ?? 0] ?? 0;
  const seats = state.seats[mentor] ?? [];
  seats.splice(seats.indexOf(mentee), 1);
  return mentor;
}

/**
 * Lowers all prices as far as the proof allows. The lowest prices are unique, and each is exactly
 * what one more place with that mentor would bring.
 */
function lowestPrices(state: State): Float64Array {
  const fall = Float64Array.from(state.price);
  const heap = emptyHeap();
  const settled = new Uint8Array(fall.length);
  const bound = (mentee: number, slack: number) => {
    for (let edge = state.start[mentee] ?? 0; edge < (state.start[mentee + 1] ?? 0); edge += 1) {
      const mentor = state.mentor[edge] ?? 0;
      const most = costOf(state, edge) + slack;
      if (most >= (fall[mentor] ?? 0)) continue;
      fall[mentor] = most;
      pushNear(heap, most, mentor);
    }
  };
  fall.forEach((most, mentor) => pushNear(heap, most, mentor));
  state.taken.forEach((edge, mentee) => {
    if (edge < 0) bound(mentee, -state.top);
  });
  for (let mentor = popNearest(heap); mentor >= 0; mentor = popNearest(heap)) {
    if (settled[mentor] === 1) continue;
    settled[mentor] = 1;
    for (const mentee of state.seats[mentor] ?? [])
      bound(mentee, (fall[mentor] ?? 0) - costOf(state, state.taken[mentee] ?? 0));
  }
  return state.price.map((price, mentor) => price - (fall[mentor] ?? 0));
}
