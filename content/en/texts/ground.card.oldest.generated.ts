// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.oldest: both; a card to pick */
export const groundCardOldest: Block<never> = {"id":"ground.card.oldest","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I was once the oldest beginner."]}]};
