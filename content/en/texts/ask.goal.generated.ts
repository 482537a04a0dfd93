// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.goal: mentor asks; depth one */
export const askGoal: Block<never> = {"id":"ask.goal","meta":"mentor asks; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What would you like to be able to do by spring that you cannot do now?"],["How would you notice that you are further than today?"],["What is the smallest part of this that would already be worth having?"],["Which of your goals is really somebody else’s?"],["What would you stop doing, to make room for it?"],["What have you tried so far, and what did it show you?"]]}]};
