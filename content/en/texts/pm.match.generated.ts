// Made from programme.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** pm.match: programme manager and participants */
export const pmMatch: Block<never> = {"id":"pm.match","meta":"programme manager and participants","pieces":[{"kind":"paragraph","words":["Matches are suggestions. Each one says why. Both people must say yes. Anyone can ask for another without giving a reason. A line manager, or anyone who decides about the other, is never suggested."]}]};
