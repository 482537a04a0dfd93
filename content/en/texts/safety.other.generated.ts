// Made from safety.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** safety.other: everyone */
export const safetyOther: Block<"name"> = {"id":"safety.other","meta":"everyone","pieces":[{"kind":"paragraph","words":["Ask ",{"value":"name"}," plainly, listen, stay until help is near, and read “When I may have to speak”. You are a companion, not a therapist."]}]};
