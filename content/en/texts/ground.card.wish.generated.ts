// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.wish: both; a card to pick */
export const groundCardWish: Block<never> = {"id":"ground.card.wish","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["There is something I have always wanted to learn."]}]};
