// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.road: mentor asks; depth one */
export const askRoad: Block<never> = {"id":"ask.road","meta":"mentor asks; depth one","pieces":[{"kind":"list","ordered":false,"items":[["Which two or three turns made you who you are at work?"],["Which part of your work would you do for free, and which not at any price?"],["Who taught you something you still use?"],["What did you want to be before this, and what of it is left?"],["How did you come to the work you do now?"],["Which day at work would you like to have again?"],["What do people come to you for, without being told to?"]]}]};
