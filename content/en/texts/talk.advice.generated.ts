// Made from talking.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** talk.advice: mentor; advice note */
export const talkAdvice: Block<never> = {"id":"talk.advice","meta":"mentor; advice note","pieces":[{"kind":"paragraph","words":["Where does this come from? Lived it / seen it / read it / a guess. What was different in my case? Would I do it myself this month? If yes, say so and do it."]}]};
