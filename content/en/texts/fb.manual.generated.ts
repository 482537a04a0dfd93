// Made from feedback.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** fb.manual: both; personal card shown above feedback forms */
export const fbManual: Block<never> = {"id":"fb.manual","meta":"both; personal card shown above feedback forms","pieces":[{"kind":"paragraph","words":["Tell me directly / wrap it a little. In the moment / after a night. Spoken / written. Please avoid: … When I go quiet it means: …"]}]};
