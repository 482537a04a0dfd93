// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.twice: both; a card to pick */
export const groundCardTwice: Block<never> = {"id":"ground.card.twice","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I began again from the bottom at least once."]}]};
