// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.boats: both; a card to pick */
export const groundCardBoats: Block<never> = {"id":"ground.card.boats","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I feel at home near water."]}]};
