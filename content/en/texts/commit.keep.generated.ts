// Made from commitments.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** commit.keep: both; own list */
export const commitKeep: Block<never> = {"id":"commit.keep","meta":"both; own list","pieces":[{"kind":"paragraph","words":["Done / new date / drop. Moving a date in time keeps trust; silence costs it. Dropping it is honest when it no longer matters."]}]};
