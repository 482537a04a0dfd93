// Made from mentee.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentee.reflect: mentee; after the self-check; yes is 2, partly 1, not yet 0: from 8, from 4, below */
export const menteeReflect: Block<"contact"> = {"id":"mentee.reflect","meta":"mentee; after the self-check; yes is 2, partly 1, not yet 0: from 8, from 4, below","pieces":[{"kind":"list","ordered":false,"items":[["This looks like a good moment to begin."],["You can begin. Tell your mentor where you are not there yet; it is a good first topic."],["Talk with ",{"value":"contact"}," about timing. There is no harm in waiting."]]}]};
