// Made from first-meeting.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** first.anyquestion: mentor; first meeting */
export const firstAnyquestion: Block<never> = {"id":"first.anyquestion","meta":"mentor; first meeting","pieces":[{"kind":"paragraph","words":["Say it aloud: “You may ask me nearly anything, and I may say pass. The same goes for you.” Then show it: pass on one question yourself when it fits."]}]};
