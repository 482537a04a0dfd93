// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.card.money: both; a card to pick */
export const groundCardMoney: Block<never> = {"id":"ground.card.money","meta":"both; a card to pick","pieces":[{"kind":"paragraph","words":["I remember having to count every coin."]}]};
