// Made from first-meeting.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** first.after: both; the day after */
export const firstAfter: Block<never> = {"id":"first.after","meta":"both; the day after","pieces":[{"kind":"paragraph","words":["How did the first meeting feel? Note one thing you want to do the same way and one thing to change. Share it or keep it."]}]};
