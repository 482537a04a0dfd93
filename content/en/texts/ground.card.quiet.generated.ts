// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.quiet: both; a card to pick */
export const groundCardQuiet: Block<never> = {"id":"ground.card.quiet","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I think better alone, and speak later."]}]};
