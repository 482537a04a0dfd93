// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.back: both; a card to pick */
export const groundCardBack: Block<never> = {"id":"ground.card.back","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I came back after a long time away from work."]}]};
