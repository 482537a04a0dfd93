// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.owl: both; a card to pick */
export const groundCardOwl: Block<never> = {"id":"ground.card.owl","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I am at my best late at night."]}]};
