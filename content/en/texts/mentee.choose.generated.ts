// Made from mentee.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentee.choose: mentee; choosing a mentor */
export const menteeChoose: Block<never> = {"id":"mentee.choose","meta":"mentee; choosing a mentor","pieces":[{"kind":"paragraph","words":["Choose someone to whom you could say “this is going badly”. Similar values matter more than a similar face or career. You may say no to a suggestion; nobody is told why."]}]};
