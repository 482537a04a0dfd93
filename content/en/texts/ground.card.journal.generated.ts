// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.journal: both; a card to pick */
export const groundCardJournal: Block<never> = {"id":"ground.card.journal","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I keep a diary, or did for years."]}]};
