// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.past: mentor asks; depth two, "only if you wish" */
export const askPast: Block<never> = {"id":"ask.past","meta":"mentor asks; depth two, \"only if you wish\"","pieces":[{"kind":"list","ordered":false,"items":[["What from earlier mentors, managers or teachers should I know, so that I do not step on it?"],["When help went wrong for you once, what made it go wrong?"],["What did someone once do for you that you would like to see again here?"],["What were you told about yourself that you have stopped believing?"]]}]};
