import { auction } from "./auction.ts";
import { beginning, type Assignment, type Flow, type State } from "./flow.ts";
import { lowerPrices } from "./lowest.ts";
import { newSearch, seatOneMore } from "./paths.ts";

/** Finds an assignment as `assign` does, and leaves the prices where the search left them: they prove it too. */
export function seatEveryone(flow: Flow): State {
  const state = beginning(flow);
  const search = newSearch(flow.places.length);
  for (const mentee of auction(state)) {
    for (let wish = flow.has[mentee] ?? 0; wish < (flow.demand[mentee] ?? 0); wish += 1) {
      if (!seatOneMore(state, search, mentee)) break;
    }
  }
  return state;
}

/**
 * Finds an assignment of least total cost, and the lowest mentors' prices that prove it: most are seated by an auction, the
 * others by shortest augmenting paths over the prices. Everyone can also wait, so there is always an answer.
 * The same flow gives the same answer, ties included.
 */
export function assign(flow: Flow): Assignment {
  const state = seatEveryone(flow);
  lowerPrices(state);
  return state;
}
