// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.animals: both; a card to pick */
export const groundCardAnimals: Block<never> = {"id":"ground.card.animals","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I live, or grew up, with animals."]}]};
