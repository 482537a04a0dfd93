// Made from stories.md: see content/README.md.
import { storyFailure } from "./texts/story.failure.generated.ts";
import { storyEcho } from "./texts/story.echo.generated.ts";
import { storyReply } from "./texts/story.reply.generated.ts";

export {
  storyFailure,
  storyEcho,
  storyReply,
};

/** All blocks of this theme by id. */
export const blocks = {
  "story.failure": storyFailure,
  "story.echo": storyEcho,
  "story.reply": storyReply,
};
