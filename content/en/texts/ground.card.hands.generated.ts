// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.hands: both; a card to pick */
export const groundCardHands: Block<never> = {"id":"ground.card.hands","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I learned my trade with my hands first."]}]};
