// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.dropped: both; a card to pick */
export const groundCardDropped: Block<never> = {"id":"ground.card.dropped","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I once left a course or a training before its end."]}]};
