// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.depth: both; shown beside deeper prompts */
export const askDepth: Block<never> = {"id":"ask.depth","meta":"both; shown beside deeper prompts","pieces":[{"kind":"paragraph","words":["This one goes deeper. Take it, change it, or leave it for another day."]}]};
