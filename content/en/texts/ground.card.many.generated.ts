// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.many: both; a card to pick */
export const groundCardMany: Block<never> = {"id":"ground.card.many","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I grew up in a full house."]}]};
