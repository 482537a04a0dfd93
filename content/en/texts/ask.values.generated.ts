// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.values: both; depth three */
export const askValues: Block<never> = {"id":"ask.values","meta":"both; depth three","pieces":[{"kind":"list","ordered":false,"items":[["When did you last act against what you hold important? What did it cost?"],["Which success of yours feels borrowed?"],["What would you like people to say of you who worked with you in a hard year?"],["What have you never been asked, and would have liked to be?"],["Where are you braver than you look?"]]}]};
