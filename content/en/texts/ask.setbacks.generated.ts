// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.setbacks: mentor asks; depth two */
export const askSetbacks: Block<never> = {"id":"ask.setbacks","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["Tell me of a plan that failed. What do you know now that you did not know then?"],["What helped you stand up again?"],["What did you learn about the people around you at that time?"],["Which mistake would you make again, knowing what came of it?"],["What did you decide then that you still keep to?"]]}]};
