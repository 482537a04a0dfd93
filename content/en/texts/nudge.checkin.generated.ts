// Made from nudges.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** nudge.checkin: both; midway, can be switched off */
export const nudgeCheckin: Block<"name"> = {"id":"nudge.checkin","meta":"both; midway, can be switched off","pieces":[{"kind":"paragraph","words":["One line to ",{"value":"name"},"? “Thinking of your week” is enough."]}]};
