import { waitingLower, waitingUpper, type State } from "./flow.ts";
import { emptyHeap, popNearest, pushNear } from "./heap.ts";

/** Visits everyone whom the flow leaves out and a mentee may be given, with the cost of the pair in two words. */
export type Others = (mentee: number, visit: (mentor: number, upper: number, lower: number) => void) => void;

/**
 * Lowers all prices as far as the proof allows. The lowest prices are unique, and each is exactly what one more place with
 * that mentor would bring.
 */
export function lowerPrices(state: State, others?: Others): void {
  const { priceUpper, priceLower, seats } = state;
  // How far each price may fall: at most to nothing, and never below what somebody else would pay.
  const fallUpper = Float64Array.from(priceUpper);
  const fallLower = Float64Array.from(priceLower);
  const settled = new Uint8Array(fallUpper.length);
  const heap = emptyHeap();

  function bound(mentee: number, slackUpper: number, slackLower: number): void {
    const visit = (mentor: number, costUpper: number, costLower: number) => {
      const mostUpper = costUpper + (priceUpper[mentor] ?? 0) + slackUpper;
      const mostLower = costLower + (priceLower[mentor] ?? 0) + slackLower;
      const known = fallUpper[mentor] ?? 0;
      if (mostUpper > known || (mostUpper === known && mostLower >= (fallLower[mentor] ?? 0))) return;
      fallUpper[mentor] = mostUpper;
      fallLower[mentor] = mostLower;
      pushNear(heap, mostUpper, mostLower, mentor);
    };
    for (let edge = state.start[mentee] ?? 0; edge < (state.start[mentee + 1] ?? 0); edge += 1)
      if (state.taken[edge] === 0) visit(state.mentor[edge] ?? 0, state.upper[edge] ?? 0, state.lower[edge] ?? 0);
    others?.(mentee, visit);
  }

  fallUpper.forEach((most, mentor) => pushNear(heap, most, fallLower[mentor] ?? 0, mentor));
  state.held.forEach((has, mentee) => {
    if (has >= (state.demand[mentee] ?? 0)) return;
    bound(mentee, -waitingUpper(state, mentee, 0), -waitingLower(state, mentee, 0));
  });
  for (let mentor = popNearest(heap); mentor >= 0; mentor = popNearest(heap)) {
    if (settled[mentor] === 1) continue;
    settled[mentor] = 1;
    for (const seat of seats[mentor] ?? []) {
      const slackUpper = (fallUpper[mentor] ?? 0) - (state.upper[seat] ?? 0) - (priceUpper[mentor] ?? 0);
      const slackLower = (fallLower[mentor] ?? 0) - (state.lower[seat] ?? 0) - (priceLower[mentor] ?? 0);
      bound(state.mentee[seat] ?? 0, slackUpper, slackLower);
    }
  }
  fallUpper.forEach((fall, mentor) => (priceUpper[mentor] = (priceUpper[mentor] ?? 0) - fall));
  fallLower.forEach((fall, mentor) => (priceLower[mentor] = (priceLower[mentor] ?? 0) - fall));
}
