// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.notchosen: both; a card to pick */
export const groundCardNotchosen: Block<never> = {"id":"ground.card.notchosen","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["A job I wanted went to somebody else."]}]};
