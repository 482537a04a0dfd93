// Made from nudges.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** nudge.celebrate: the other; when a goal was marked done */
export const nudgeCelebrate: Block<"name"> = {"id":"nudge.celebrate","meta":"the other; when a goal was marked done","pieces":[{"kind":"paragraph","words":[{"value":"name"}," marked a goal as reached. Nice moment to say something."]}]};
