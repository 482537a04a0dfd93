// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.moved: both; a card to pick */
export const groundCardMoved: Block<never> = {"id":"ground.card.moved","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have moved to another country."]}]};
