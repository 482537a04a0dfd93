// Made from repair.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** repair.own: both; note "I got this wrong" */
export const repairOwn: Block<never> = {"id":"repair.own","meta":"both; note \"I got this wrong\"","pieces":[{"kind":"paragraph","words":["What I did: … What it did to you, as far as I can see: … What I do now: … Is there something I have missed? (No “but”. No request to be forgiven.)"]}]};
