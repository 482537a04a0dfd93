// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.night: both; a card to pick */
export const groundCardNight: Block<never> = {"id":"ground.card.night","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have worked nights or weekends."]}]};
