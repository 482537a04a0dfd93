// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.support: mentor asks; depth one */
export const askSupport: Block<never> = {"id":"ask.support","meta":"mentor asks; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What are you good at that we should use more?"],["Where would you like someone beside you?"],["What keeps you going when it gets slow, and what could I do for that?"],["What kind of help do you want today: listening, thinking along, advice, or an open door?"],["What would make this month easier?"],["Which of your strengths is on holiday at the moment?"],["Whom do you know who has done this already?"]]}]};
