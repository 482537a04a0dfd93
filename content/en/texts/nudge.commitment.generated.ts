// Made from nudges.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** nudge.commitment: owner only; 2 days before */
export const nudgeCommitment: Block<"send the reading list"> = {"id":"nudge.commitment","meta":"owner only; 2 days before","pieces":[{"kind":"paragraph","words":["You wanted to ",{"value":"send the reading list"}," by Friday. Done / new date / drop. (in the app only; by mail, if you switched it on: “Something waits for you in Oakroom”)"]}]};
