// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.selftaught: both; a card to pick */
export const groundCardSelftaught: Block<never> = {"id":"ground.card.selftaught","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I taught myself much of what I do."]}]};
