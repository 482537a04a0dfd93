// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.youngest: both; a card to pick */
export const groundCardYoungest: Block<never> = {"id":"ground.card.youngest","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I was once the youngest in charge."]}]};
