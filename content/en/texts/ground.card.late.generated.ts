// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.late: both; a card to pick */
export const groundCardLate: Block<never> = {"id":"ground.card.late","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I learned something important late."]}]};
