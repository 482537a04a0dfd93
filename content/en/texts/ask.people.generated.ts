// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.people: mentor asks; depth two */
export const askPeople: Block<never> = {"id":"ask.people","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["Who makes your work lighter, and who heavier?"],["What do you think the other person wanted in that meeting?"],["How would they tell the same story?"],["Whom would you need on your side, and what matters to them?"],["What have you not yet said to them, and what holds you back?"]]}]};
