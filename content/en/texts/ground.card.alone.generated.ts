// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.alone: both; a card to pick */
export const groundCardAlone: Block<never> = {"id":"ground.card.alone","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have worked alone for a long while."]}]};
