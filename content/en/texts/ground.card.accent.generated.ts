// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.accent: both; a card to pick */
export const groundCardAccent: Block<never> = {"id":"ground.card.accent","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["People hear from my accent where I come from."]}]};
