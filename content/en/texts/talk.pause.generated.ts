// Made from talking.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** talk.pause: both; control */
export const talkPause: Block<never> = {"id":"talk.pause","meta":"both; control","pieces":[{"kind":"paragraph","words":["Let us leave this one. (No reason needed. The other person sees only this line.)"]}]};
