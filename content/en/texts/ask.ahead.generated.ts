// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.ahead: both; depth one */
export const askAhead: Block<never> = {"id":"ask.ahead","meta":"both; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What could get in the way before we meet again?"],["What would we do about it if we were clever and lazy?"],["Whom should we ask early?"],["What is the first thing you will do, and on which day?"],["How will you remember it in a bad week?"],["What will you say no to, so that it can happen?"]]}]};
