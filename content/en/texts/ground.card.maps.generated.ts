// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.maps: both; a card to pick */
export const groundCardMaps: Block<never> = {"id":"ground.card.maps","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I can look at maps for hours."]}]};
