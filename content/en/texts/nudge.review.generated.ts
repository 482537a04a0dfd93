// Made from nudges.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** nudge.review: both; after session 3, then every 8 weeks */
export const nudgeReview: Block<never> = {"id":"nudge.review","meta":"both; after session 3, then every 8 weeks","pieces":[{"kind":"paragraph","words":["Twenty minutes on how you work together?"]}]};
