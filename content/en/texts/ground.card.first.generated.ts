// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.first: both; a card to pick */
export const groundCardFirst: Block<never> = {"id":"ground.card.first","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I was the first in my family to study."]}]};
