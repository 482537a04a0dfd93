// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.letters: both; a card to pick */
export const groundCardLetters: Block<never> = {"id":"ground.card.letters","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I still write letters or cards by hand."]}]};
