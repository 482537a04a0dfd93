// Made from talking.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** talk.differ: both; mark on a note */
export const talkDiffer: Block<"mentee"> = {"id":"talk.differ","meta":"both; mark on a note","pieces":[{"kind":"paragraph","words":["We see this differently, and that is fine. Yours: … Mine: … The decision is ",{"value":"mentee"},"’s."]}]};
