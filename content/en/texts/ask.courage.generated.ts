// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.courage: both; depth three */
export const askCourage: Block<never> = {"id":"ask.courage","meta":"both; depth three","pieces":[{"kind":"list","ordered":false,"items":[["What would you do if you were not afraid of being found out?"],["Which conversation have you had in your head many times?"],["What are you proud of that you cannot put on a page?"],["What do you need to forgive yourself for at work?"],["What would change if you believed that you belong here?"]]}]};
