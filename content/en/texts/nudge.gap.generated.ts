// Made from nudges.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** nudge.gap: both; after twice the agreed rhythm without a meeting */
export const nudgeGap: Block<never> = {"id":"nudge.gap","meta":"both; after twice the agreed rhythm without a meeting","pieces":[{"kind":"paragraph","words":["It has been a while. Would a shorter meeting help, a different day, or a pause? (Find a date) (Pause until…) (We’re fine)"]}]};
