// Made from talking.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** talk.halfway: both; card at half time */
export const talkHalfway: Block<never> = {"id":"talk.halfway","meta":"both; card at half time","pieces":[{"kind":"paragraph","words":["Are we on the right thing? Is this of use to you? What is clearer now? What have I not asked?"]}]};
