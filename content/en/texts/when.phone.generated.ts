// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.phone: everyone; a device lost or stolen */
export const whenPhone: Block<"Your keys and devices"> = {"id":"when.phone","meta":"everyone; a device lost or stolen","pieces":[{"kind":"paragraph","words":["Sign in on another device and open ",{"value":"Your keys and devices"},". Press “Take it out” beside the lost device: it is signed out at once, before anything is asked. Then open your keys once more, so that nothing new opens with what lies on it. What it had read already, it may have kept; a locked phone keeps it well."]}]};
