/**
 * What the engine is given: costs of edges, places and demands.
 *
 * A cost has two words, compared one after the other and added each for itself: the upper one holds the levels (who is
 * placed, whose wish is kept, who is below the line), the lower one the points. So no level can run over into another,
 * and both stay exact far beyond any programme there is. All words are whole numbers.
 */
export interface Flow {
  readonly mentees: number;
  /** How many different mentors each mentee looks for; 1 or more. */
  readonly demand: Int32Array;
  /** How many of these are decided already, and no part of the flow. */
  readonly has: Int32Array;
  /** How many mentees each mentor takes; 0 or more. */
  readonly places: Int32Array;
  /** Row `i` holds the edges `start[i]` to `start[i + 1]`, the cheapest first; none costs less than nothing. */
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  readonly waiting: Waiting;
}

/** What it costs to look for one mentor more than one has; each edge costs less than the first of them. */
export interface Waiting {
  /** Upper word for somebody with no mentor at all, and for somebody with fewer than they look for. */
  readonly first: number;
  readonly further: number;
  /** Lower word of both. */
  readonly lower: number;
  /** What the lower word of the first has on top, by mentee: 1 for who waited last time. */
  readonly waited: Uint8Array;
}

/** What the engine answers: an assignment of the least total cost, and mentors' prices that prove it. */
export interface Assignment {
  /** 1 for each edge that is taken. */
  readonly taken: Uint8Array;
  /** The price of a place with each mentor, in two words; nothing while a place is free. */
  readonly priceUpper: Float64Array;
  readonly priceLower: Float64Array;
}

/** An assignment in the making. Under its prices everyone who has a place has what is cheapest for them. */
export interface State extends Flow, Assignment {
  /** The mentee each edge belongs to. */
  readonly mentee: Int32Array;
  /** How many mentors each mentee has. */
  readonly held: Int32Array;
  /** The taken edges, by mentor. */
  readonly seats: ReadonlyArray<number[]>;
}

/** Nobody has anybody yet. */
export function beginning(flow: Flow): State {
  const { waiting, places } = flow;
  const mentee = new Int32Array(flow.mentor.length);
  for (let at = 0; at < flow.mentees; at += 1) mentee.fill(at, flow.start[at] ?? 0, flow.start[at + 1] ?? 0);
  return {
    ...flow,
    mentee,
    taken: new Uint8Array(flow.mentor.length),
    held: Int32Array.from(flow.has),
    seats: Array.from(places, () => []),
    // A mentor without a place stands at a price that nobody pays, until the lowest prices are looked for.
    priceUpper: Float64Array.from(places, (count) => (count > 0 ? 0 : waiting.first)),
    priceLower: Float64Array.from(places, (count) => (count > 0 ? 0 : waiting.lower + 1)),
  };
}

/** What it costs a mentee to have one mentor less than `has`, upper word; `has` is 0 before anybody was given. */
export function waitingUpper({ waiting, held }: State, mentee: number, less: 0 | 1): number {
  return (held[mentee] ?? 0) - less === 0 ? waiting.first : waiting.further;
}

/** The lower word of the same. */
export function waitingLower({ waiting, held }: State, mentee: number, less: 0 | 1): number {
  return waiting.lower + ((held[mentee] ?? 0) - less === 0 ? (waiting.waited[mentee] ?? 0) : 0);
}

/** Gives the place of an edge to its mentee. */
export function sit(state: State, edge: number): void {
  const mentee = state.mentee[edge] ?? 0;
  state.taken[edge] = 1;
  state.held[mentee] = (state.held[mentee] ?? 0) + 1;
  state.seats[state.mentor[edge] ?? 0]?.push(edge);
}

/** Takes the place of an edge back. */
export function leave(state: State, edge: number): void {
  const mentee = state.mentee[edge] ?? 0;
  state.taken[edge] = 0;
  state.held[mentee] = (state.held[mentee] ?? 0) - 1;
  const seats = state.seats[state.mentor[edge] ?? 0] ?? [];
  seats.splice(seats.indexOf(edge), 1);
}

/** Whether a mentor has a place left. */
export function hasPlace(state: State, mentor: number): boolean {
  return (state.seats[mentor]?.length ?? 0) < (state.places[mentor] ?? 0);
}
