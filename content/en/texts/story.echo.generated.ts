// Made from stories.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** story.echo: mentor; when a challenge was shared */
export const storyEcho: Block<never> = {"id":"story.echo","meta":"mentor; when a challenge was shared","pieces":[{"kind":"paragraph","words":["First stay with theirs. Then, if it helps: “I have been somewhere near that…” in two or three sentences. Then back: “What is different for you?”"]}]};
