// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.open: mentor; how to ask */
export const askOpen: Block<never> = {"id":"ask.open","meta":"mentor; how to ask","pieces":[{"kind":"paragraph","words":["Start with what, how, when, who. A “why” can sound like a charge; try “what led to”. One question at a time. Silence is an answer that is still on its way."]}]};
