// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.dance: both; a card to pick */
export const groundCardDance: Block<never> = {"id":"ground.card.dance","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I dance when I can."]}]};
