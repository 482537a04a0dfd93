// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.grandparents: both; a card to pick */
export const groundCardGrandparents: Block<never> = {"id":"ground.card.grandparents","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["A grandparent shaped who I am."]}]};
