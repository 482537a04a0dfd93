// Made from nudges.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** nudge.feedback: mentor; every third Close */
export const nudgeFeedback: Block<never> = {"id":"nudge.feedback","meta":"mentor; every third Close","pieces":[{"kind":"paragraph","words":["Good day to ask for one thing you could do better. Here is a way that makes it easy to answer."]}]};
