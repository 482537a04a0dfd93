// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.beginner: both; a card to pick */
export const groundCardBeginner: Block<never> = {"id":"ground.card.beginner","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I am a beginner at something right now."]}]};
