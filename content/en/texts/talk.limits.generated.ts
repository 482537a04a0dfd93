// Made from talking.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** talk.limits: mentor; advice note, help */
export const talkLimits: Block<never> = {"id":"talk.limits","meta":"mentor; advice note, help","pieces":[{"kind":"paragraph","words":["“I do not know enough about that. I can say who might.”"]}]};
