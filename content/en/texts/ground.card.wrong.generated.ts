// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.wrong: both; a card to pick */
export const groundCardWrong: Block<never> = {"id":"ground.card.wrong","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have been wrong in front of many people."]}]};
