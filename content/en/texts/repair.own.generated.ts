// Made from repair.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** repair.own: both; note "I got this wrong" */
export const repairOwn: Block<never> = {"id":"repair.own","meta":"both; note \"I got this wrong\"","pieces":[{"kind":"paragraph","words":["A few words each."]}]};
