// Made from programme.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** pm.invite: mentor card text */
export const pmInvite: Block<"programme" | "topics"> = {"id":"pm.invite","meta":"mentor card text","pieces":[{"kind":"paragraph","words":["Invited by ",{"value":"programme"}," as a mentor for ",{"value":"topics"},"."]}]};
