// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.city: both; a card to pick */
export const groundCardCity: Block<never> = {"id":"ground.card.city","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I grew up in a big city."]}]};
