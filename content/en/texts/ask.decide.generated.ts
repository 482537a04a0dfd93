// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.decide: mentor asks; depth two */
export const askDecide: Block<never> = {"id":"ask.decide","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["Which decision are you putting off, and what does waiting cost?"],["What would you advise a friend who stood where you stand?"],["What would have to be true for the other choice to be right?"],["Which choice could you take back, and which not?"],["What will you wish you had done, two years from now?"]]}]};
