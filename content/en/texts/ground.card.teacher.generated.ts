// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.teacher: both; a card to pick */
export const groundCardTeacher: Block<never> = {"id":"ground.card.teacher","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["One teacher made a difference to me."]}]};
