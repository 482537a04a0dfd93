// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.counter: both; a card to pick */
export const groundCardCounter: Block<never> = {"id":"ground.card.counter","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have served customers across a counter."]}]};
