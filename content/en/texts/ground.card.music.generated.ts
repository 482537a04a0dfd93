// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.music: both; a card to pick */
export const groundCardMusic: Block<never> = {"id":"ground.card.music","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I play an instrument, or sing."]}]};
