/** Why a slot, or a day met, cannot be. */
import type { MetRefusal, SlotRefusal } from "./rules.ts";

/** One sentence for each refusal of a slot. */
export const slotText: Readonly<Record<SlotRefusal, string>> = {
  "gone-by": "This time has gone by. Choose a later one.",
  "too-far": "This is more than two years ahead.",
  "no-length": "A session has between 5 minutes and 10 hours.",
};

/** One sentence for each refusal of a day met. */
export const metText: Readonly<Record<MetRefusal, string>> = {
  "in-the-future": "This day is still to come.",
  "before-you-were-a-pair": "You were not a pair yet on this day.",
  "already-recorded": "This day is there already.",
};
