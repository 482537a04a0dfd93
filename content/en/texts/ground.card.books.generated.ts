// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.books: both; a card to pick */
export const groundCardBooks: Block<never> = {"id":"ground.card.books","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["A book once changed my direction."]}]};
