// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.sport: both; a card to pick */
export const groundCardSport: Block<never> = {"id":"ground.card.sport","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I play in a team outside work."]}]};
