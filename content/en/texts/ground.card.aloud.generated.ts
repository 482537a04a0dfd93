// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.aloud: both; a card to pick */
export const groundCardAloud: Block<never> = {"id":"ground.card.aloud","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I think best while I talk."]}]};
