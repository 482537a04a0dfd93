// Made from safety.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** safety.self: everyone */
export const safetySelf: Block<"name" | "contact one" | "contact two"> = {"id":"safety.self","meta":"everyone","pieces":[{"kind":"paragraph","words":["If ",{"value":"name"}," pressures, belittles, harasses or frightens you, it is not your task to fix it. Pause the room (they see only “paused”), keep your own notes, and choose whom to talk to: ",{"value":"contact one"}," or ",{"value":"contact two"},". You decide what to tell and what to show. Ending the pair needs no reason."]}]};
