// Made from stories.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** story.failure: mentor; story note */
export const storyFailure: Block<never> = {"id":"story.failure","meta":"mentor; story note","pieces":[{"kind":"paragraph","words":["What I tried / what went wrong, my part in it / what it taught me / what I would do sooner today. Keep it under three minutes. The story is for the listener; end with a question back."]}]};

/** story.echo: mentor; when a challenge was shared */
export const storyEcho: Block<never> = {"id":"story.echo","meta":"mentor; when a challenge was shared","pieces":[{"kind":"paragraph","words":["First stay with theirs. Then, if it helps: “I have been somewhere near that…” in two or three sentences. Then back: “What is different for you?”"]}]};

/** story.reply: both; beside a story */
export const storyReply: Block<never> = {"id":"story.reply","meta":"both; beside a story","pieces":[{"kind":"paragraph","words":["You need not answer with a story of your own. “Thank you for telling me” is enough."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "story.failure": storyFailure,
  "story.echo": storyEcho,
  "story.reply": storyReply,
};
