// Made from first-meeting.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** first.context: mentee; optional card, mentor can read */
export const firstContext: Block<never> = {"id":"first.context","meta":"mentee; optional card, mentor can read","pieces":[{"kind":"paragraph","words":["Things that help you understand my situation: (my days, my team, what is hard right now, what I care about). Leave empty what you like. You can change or delete it at any time."]}]};
