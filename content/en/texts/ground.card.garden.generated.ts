// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.garden: both; a card to pick */
export const groundCardGarden: Block<never> = {"id":"ground.card.garden","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I grow things."]}]};
