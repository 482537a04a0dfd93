// Made from mentor.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentor.precheck: mentor; before each session, 60 seconds */
export const mentorPrecheck: Block<never> = {"id":"mentor.precheck","meta":"mentor; before each session, 60 seconds","pieces":[{"kind":"list","ordered":false,"items":[["Did I do what I said I would?"],["What might I not know about their situation?"],["What would I rather not hear about myself today? Ask for that."]]}]};
