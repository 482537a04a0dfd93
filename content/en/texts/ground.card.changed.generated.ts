// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.changed: both; a card to pick */
export const groundCardChanged: Block<never> = {"id":"ground.card.changed","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have changed what I do for a living."]}]};
