// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.notplan: mentor asks; depth two */
export const askNotplan: Block<never> = {"id":"ask.notplan","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["What is not going the way you planned?"],["What have you not told me because it did not sound like progress?"],["Where are you polite when you would rather be clear?"],["What are you waiting for, and from whom?"],["What takes more of your strength than it should?"],["Which problem have you begun to live with?"],["What would you say about this if you had to say it in one sentence?"]]}]};
