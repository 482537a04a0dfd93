// Made from stories.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** story.reply: both; beside a story */
export const storyReply: Block<never> = {"id":"story.reply","meta":"both; beside a story","pieces":[{"kind":"paragraph","words":["You need not answer with a story of your own. “Thank you for telling me” is enough."]}]};
