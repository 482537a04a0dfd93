// Made from safety.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** safety.now: everyone; always one tap away */
export const safetyNow: Block<"emergency number" | "local line"> = {"id":"safety.now","meta":"everyone; always one tap away","pieces":[{"kind":"paragraph","words":["In danger now? Call ",{"value":"emergency number"},"."]},{"kind":"paragraph","words":["In a mental-health crisis? ",{"value":"local line"},"."]}]};
