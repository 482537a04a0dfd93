// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.chaos: both; a card to pick */
export const groundCardChaos: Block<never> = {"id":"ground.card.chaos","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["My desk looks like chaos, and I find everything."]}]};
