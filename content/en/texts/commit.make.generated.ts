// Made from commitments.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** commit.make: both; commitment form */
export const commitMake: Block<never> = {"id":"commit.make","meta":"both; commitment form","pieces":[{"kind":"paragraph","words":["I will… by… so that… Make it small enough to be true on a bad week. At most two each."]}]};
