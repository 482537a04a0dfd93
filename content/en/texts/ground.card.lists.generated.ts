// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.lists: both; a card to pick */
export const groundCardLists: Block<never> = {"id":"ground.card.lists","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I keep lists of everything."]}]};
