// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.hills: both; a card to pick */
export const groundCardHills: Block<never> = {"id":"ground.card.hills","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I feel at home in the hills."]}]};
