// Made from programme.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** org.autonomy: organisation */
export const orgAutonomy: Block<never> = {"id":"org.autonomy","meta":"organisation","pieces":[{"kind":"paragraph","words":["Invite, do not assign. Let pairs choose time, place, rhythm and topics. Let people shape tasks around strengths. Do not ask what was said."]}]};
