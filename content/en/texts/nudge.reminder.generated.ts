// Made from nudges.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** nudge.reminder: both; 24 hours and 10 minutes before */
export const nudgeReminder: Block<"name" | "tomorrow at 10:00"> = {"id":"nudge.reminder","meta":"both; 24 hours and 10 minutes before","pieces":[{"kind":"paragraph","words":["You meet ",{"value":"name"}," ",{"value":"tomorrow at 10:00"},". Two minutes to prepare? (Prepare) (Move it) | In 10 minutes: ",{"value":"name"},". (I will be a few minutes late)"]}]};
