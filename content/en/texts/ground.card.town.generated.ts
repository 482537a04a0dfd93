// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.town: both; a card to pick */
export const groundCardTown: Block<never> = {"id":"ground.card.town","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I grew up somewhere small."]}]};
