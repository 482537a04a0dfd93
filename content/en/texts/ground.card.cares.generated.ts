// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.cares: both; a card to pick */
export const groundCardCares: Block<never> = {"id":"ground.card.cares","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["Somebody at home depends on me."]}]};
