// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.promise: both; a card to pick */
export const groundCardPromise: Block<never> = {"id":"ground.card.promise","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I once made a promise that changed my plans."]}]};
