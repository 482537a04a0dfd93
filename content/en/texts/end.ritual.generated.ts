// Made from ending.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** end.ritual: both; last session, 45 minutes, planned four weeks ahead */
export const endRitual: Block<never> = {"id":"end.ritual","meta":"both; last session, 45 minutes, planned four weeks ahead","pieces":[{"kind":"list","ordered":true,"items":[["Read the good moments aloud."],["Each: what I learned, what I give back, what I wish you."],["What stays unfinished, and who else could help with it."],["Contact from here on: none, now and then, or as before, and who writes first."],["Our notes: what each of us keeps."],["The promise stays."],["Say goodbye on purpose."]]}]};
