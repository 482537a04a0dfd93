// Made from commitments.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** celebrate.moment: both; one tap */
export const celebrateMoment: Block<never> = {"id":"celebrate.moment","meta":"both; one tap","pieces":[{"kind":"paragraph","words":["A good moment: what happened, and what you did to make it happen. Small ones count."]}]};
