// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.notmine: both; a card to pick */
export const groundCardNotmine: Block<never> = {"id":"ground.card.notmine","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I once got a role I had not asked for."]}]};
