// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.runs: both; a card to pick */
export const groundCardRuns: Block<never> = {"id":"ground.card.runs","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I clear my head by walking or running."]}]};
