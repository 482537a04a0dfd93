// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.bike: both; a card to pick */
export const groundCardBike: Block<never> = {"id":"ground.card.bike","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I cycle to where I have to be."]}]};
