// Made from safety.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** safety.now: everyone; always one tap away */
export const safetyNow: Block<"emergency number" | "local line"> = {"id":"safety.now","meta":"everyone; always one tap away","pieces":[{"kind":"paragraph","words":["In danger now? Call ",{"value":"emergency number"},". In a mental-health crisis? ",{"value":"local line"},". These are people, day and night."]}]};

/** safety.self: everyone */
export const safetySelf: Block<"name" | "contact one" | "contact two"> = {"id":"safety.self","meta":"everyone","pieces":[{"kind":"paragraph","words":["If ",{"value":"name"}," pressures, belittles, harasses or frightens you, it is not your task to fix it. Pause the room (they see only “paused”), keep your own notes, and choose whom to talk to: ",{"value":"contact one"}," or ",{"value":"contact two"},". You decide what to tell and what to show. Ending the pair needs no reason."]}]};

/** safety.other: everyone */
export const safetyOther: Block<"name"> = {"id":"safety.other","meta":"everyone","pieces":[{"kind":"paragraph","words":["If you worry about ",{"value":"name"},": ask plainly, listen, stay until help is near, and read “When I may have to speak”. You are a companion, not a therapist."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "safety.now": safetyNow,
  "safety.self": safetySelf,
  "safety.other": safetyOther,
};
