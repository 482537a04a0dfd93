// Made from sessions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** session.missed: both; after a meeting that did not happen */
export const sessionMissed: Block<never> = {"id":"session.missed","meta":"both; after a meeting that did not happen","pieces":[{"kind":"paragraph","words":["It did not work out this time. Pick a new date, or say that you need a longer break. Both are fine."]}]};
