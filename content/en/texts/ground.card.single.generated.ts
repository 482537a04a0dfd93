// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.single: both; a card to pick */
export const groundCardSingle: Block<never> = {"id":"ground.card.single","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I grew up as an only child."]}]};
