// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.school: both; a card to pick */
export const groundCardSchool: Block<never> = {"id":"ground.card.school","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have stood in front of a class."]}]};
