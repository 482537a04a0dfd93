// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.remote: both; a card to pick */
export const groundCardRemote: Block<never> = {"id":"ground.card.remote","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have worked far away from my team."]}]};
