// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.volunteer: both; a card to pick */
export const groundCardVolunteer: Block<never> = {"id":"ground.card.volunteer","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I have worked for a cause without pay."]}]};
