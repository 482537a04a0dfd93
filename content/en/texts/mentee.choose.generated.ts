// Made from mentee.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentee.choose: mentee; choosing a mentor */
export const menteeChoose: Block<never> = {"id":"mentee.choose","meta":"mentee; choosing a mentor","pieces":[{"kind":"paragraph","words":["Say yes to someone to whom you could say “this is going badly”. Shared values matter more than a similar background or career. You may say no; nobody is told why."]}]};
