// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.bread: both; a card to pick */
export const groundCardBread: Block<never> = {"id":"ground.card.bread","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I bake or cook to calm down."]}]};
