// Made from pulse.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** pulse.next: programme manager; shown beside each result */
export const pulseNext: Block<never> = {"id":"pulse.next","meta":"programme manager; shown beside each result","pieces":[{"kind":"paragraph","words":["A number is a reason to listen, not a verdict. Say aloud what you heard, what you will do, and what you will not do. Never ask people how they answered."]}]};
