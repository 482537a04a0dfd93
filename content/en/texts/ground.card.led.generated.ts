// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.led: both; a card to pick */
export const groundCardLed: Block<never> = {"id":"ground.card.led","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have led people who knew more than I did."]}]};
