// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.neighbour: both; a card to pick */
export const groundCardNeighbour: Block<never> = {"id":"ground.card.neighbour","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I know my neighbours by name."]}]};
