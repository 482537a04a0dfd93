// Made from nudges.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** nudge.ending: both; 4 weeks before the end date */
export const nudgeEnding: Block<never> = {"id":"nudge.ending","meta":"both; 4 weeks before the end date","pieces":[{"kind":"paragraph","words":["Four weeks left. Plan the last session now, so that it does not just fade out."]}]};
