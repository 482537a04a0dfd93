// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.language: both; a card to pick */
export const groundCardLanguage: Block<never> = {"id":"ground.card.language","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I work in a language that is not my first."]}]};
