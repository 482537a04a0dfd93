// Made from first-meeting.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** first.trust: both; first meeting */
export const firstTrust: Block<never> = {"id":"first.trust","meta":"both; first meeting","pieces":[{"kind":"paragraph","words":["Take turns, two minutes each, without interrupting. “I notice that I trust someone when…” and “Trust gets harder for me when…”. Then: what is one thing we can do here because of that?"]}]};
