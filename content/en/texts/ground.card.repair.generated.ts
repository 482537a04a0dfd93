// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.repair: both; a card to pick */
export const groundCardRepair: Block<never> = {"id":"ground.card.repair","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I repair things rather than replace them."]}]};
