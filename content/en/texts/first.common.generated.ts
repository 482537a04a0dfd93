// Made from first-meeting.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** first.common: both; first meeting, optional, 5 minutes */
export const firstCommon: Block<never> = {"id":"first.common","meta":"both; first meeting, optional, 5 minutes","pieces":[{"kind":"paragraph","words":["Pick up to eight cards that are true for you; add one line of your own if you like, shown openly. Cards you both picked appear. If there are few, here is a question to explore instead."]}]};
