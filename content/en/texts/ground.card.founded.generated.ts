// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.founded: both; a card to pick */
export const groundCardFounded: Block<never> = {"id":"ground.card.founded","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have started something of my own."]}]};
