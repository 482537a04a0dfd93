// Made from stories.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** story.failure: mentor; story note */
export const storyFailure: Block<never> = {"id":"story.failure","meta":"mentor; story note","pieces":[{"kind":"paragraph","words":["What I tried / what went wrong, my part in it / what it taught me / what I would do sooner today. Keep it under three minutes. The story is for the listener; end with a question back."]}]};
