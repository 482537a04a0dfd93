// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.only: both; a card to pick */
export const groundCardOnly: Block<never> = {"id":"ground.card.only","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have been the only one of my kind in a room."]}]};
