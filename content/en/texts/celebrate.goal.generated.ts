// Made from commitments.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** celebrate.goal: both; when a goal is marked done */
export const celebrateGoal: Block<"mentee" | "goal"> = {"id":"celebrate.goal","meta":"both; when a goal is marked done","pieces":[{"kind":"paragraph","words":[{"value":"mentee"}," reached ",{"value":"goal"},". Starters: “I saw how you…” / “What are you proud of?” / “How shall we mark this?”"]}]};
