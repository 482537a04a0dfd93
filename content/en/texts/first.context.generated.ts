// Made from first-meeting.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** first.context: mentee; optional card, mentor can read */
export const firstContext: Block<never> = {"id":"first.context","meta":"mentee; optional card, mentor can read","pieces":[{"kind":"paragraph","words":["What helps to understand my situation. I can change it or take it away at any time."]}]};
