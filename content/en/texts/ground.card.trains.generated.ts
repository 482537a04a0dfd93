// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.trains: both; a card to pick */
export const groundCardTrains: Block<never> = {"id":"ground.card.trains","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I would rather take the train."]}]};
