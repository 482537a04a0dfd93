// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.mentee: mentee asks the mentor; depth one */
export const askMentee: Block<never> = {"id":"ask.mentee","meta":"mentee asks the mentor; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What do you wish you had been told at my stage?"],["What have you changed your mind about?"],["How do you decide when you do not know enough?"],["What do you still find hard?"],["What would you do differently if you began again?"],["Whose advice did you not take, and how did that go?"],["How do people who decide about such things look at it?"],["What do you see in me that I do not see yet?"]]}]};
