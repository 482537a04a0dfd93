// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.outdoors: both; a card to pick */
export const groundCardOutdoors: Block<never> = {"id":"ground.card.outdoors","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have worked outdoors."]}]};
