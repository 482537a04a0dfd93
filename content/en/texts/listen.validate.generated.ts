// Made from talking.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** listen.validate: mentor; Talk card */
export const listenValidate: Block<never> = {"id":"listen.validate","meta":"mentor; Talk card","pieces":[{"kind":"paragraph","words":["“That sounds tiring.” “I can see why this matters to you.” “I would have been angry too.” You need not agree to take someone seriously."]}]};
