// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.early: both; a card to pick */
export const groundCardEarly: Block<never> = {"id":"ground.card.early","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I am at my best early in the morning."]}]};
