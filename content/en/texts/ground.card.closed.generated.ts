// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.closed: both; a card to pick */
export const groundCardClosed: Block<never> = {"id":"ground.card.closed","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have closed something I had started."]}]};
