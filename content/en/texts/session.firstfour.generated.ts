// Made from sessions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** session.firstfour: both; path for sessions 1 to 4 */
export const sessionFirstfour: Block<never> = {"id":"session.firstfour","meta":"both; path for sessions 1 to 4","pieces":[{"kind":"list","ordered":true,"items":[["Promise, people, hopes."],["The road here and the first goal."],["Something that is not going to plan; first feedback for the mentor."],["Look back at the agreement."]]},{"kind":"paragraph","words":["Trust grows in steps; there is no need to hurry it."]}]};
