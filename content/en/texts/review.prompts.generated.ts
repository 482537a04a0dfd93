// Made from repair.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** review.prompts: both; after session 3, then every 8 weeks, 20 minutes */
export const reviewPrompts: Block<never> = {"id":"review.prompts","meta":"both; after session 3, then every 8 weeks, 20 minutes","pieces":[{"kind":"list","ordered":false,"items":[["Are we still on what matters?"],["Is the rhythm right?"],["What did each of us expect that did not happen?"],["What is too polite between us?"],["What do we need next, and is it still each other?"]]}]};
