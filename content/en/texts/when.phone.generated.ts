// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.phone: everyone; a device lost or stolen */
export const whenPhone: Block<"Your keys and devices"> = {"id":"when.phone","meta":"everyone; a device lost or stolen","pieces":[{"kind":"paragraph","words":["Sign in on another device and open ",{"value":"Your keys and devices"},". Press “I lost this one” beside the lost device: it is signed out at once. Then take it out, so that nothing new opens with what lies on it. What it had read already, it may have kept; a locked phone keeps it well."]}]};
