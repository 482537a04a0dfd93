// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.stage: both; a card to pick */
export const groundCardStage: Block<never> = {"id":"ground.card.stage","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I am nervous before I speak in public."]}]};
