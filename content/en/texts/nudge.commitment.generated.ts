// Made from nudges.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** nudge.commitment: owner only; 2 days before */
export const nudgeCommitment: Block<"send the reading list" | "Friday"> = {"id":"nudge.commitment","meta":"owner only; 2 days before","pieces":[{"kind":"paragraph","words":["You said: ",{"value":"send the reading list"},". By ",{"value":"Friday"},"."]}]};
