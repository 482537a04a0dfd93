// Made from feedback.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** fb.upward.starters: mentee; answer starters */
export const fbUpwardStarters: Block<never> = {"id":"fb.upward.starters","meta":"mentee; answer starters","pieces":[{"kind":"paragraph","words":["More of… / less of… / it helped when… / I was lost when… / I would rather say this later. A choice is as good as a sentence, and “not now” is an answer."]}]};
