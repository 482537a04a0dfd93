// Made from programme.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** pm.word: programme manager to a pair that might like a word */
export const pmWord: Block<never> = {"id":"pm.word","meta":"programme manager to a pair that might like a word","pieces":[{"kind":"paragraph","words":["“Hello, I see that you have not met for a while; I see nothing else. Can I make anything easier: time, another rhythm, another pair? No answer is fine too.”"]}]};
