// Made from pulse.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** pulse.toofew: everyone */
export const pulseToofew: Block<"10"> = {"id":"pulse.toofew","meta":"everyone","pieces":[{"kind":"paragraph","words":["Fewer than ",{"value":"10"}," people answered, so nothing is shown, to anyone, and the answers are deleted. That protects those who did. Thank you to them."]}]};
