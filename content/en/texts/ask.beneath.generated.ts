// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.beneath: mentor asks; depth two */
export const askBeneath: Block<never> = {"id":"ask.beneath","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["If this goal were reached, what would be different on an ordinary Tuesday?"],["What makes it matter now?"],["What are you afraid might happen if you try? And if you do not?"],["What would you lose by succeeding?"],["Whose approval would you miss most if you did it your own way?"],["What do you already know about this that you would rather not know?"],["What moves you when you think of it, and what frightens you?"]]}]};
