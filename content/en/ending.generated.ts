// Made from ending.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** end.ritual: both; last session, 45 minutes, planned four weeks ahead */
export const endRitual: Block<never> = {"id":"end.ritual","meta":"both; last session, 45 minutes, planned four weeks ahead","pieces":[{"kind":"list","ordered":true,"items":[["Read the good moments aloud."],["Each: what I learned, what I give back, what I wish you."],["What stays unfinished, and who else could help with it."],["Contact from here on: none, now and then, or as before, and who writes first."],["Our notes: who keeps what, what is deleted, and on which day."],["The promise stays."],["Say goodbye on purpose."]]}]};

/** end.early: both; one tap, no fault */
export const endEarly: Block<"name"> = {"id":"end.early","meta":"both; one tap, no fault","pieces":[{"kind":"paragraph","words":["It is fine to stop. Choose: one last talk / a short message / just stop. The other person hears: “",{"value":"name"}," has decided to end the pairing. This happens and says nothing about you. Thank you for the time.” The programme hears the date. No reason is asked for."]}]};

/** end.silent: both; after a long silence, before the room closes */
export const endSilent: Block<"date"> = {"id":"end.silent","meta":"both; after a long silence, before the room closes","pieces":[{"kind":"paragraph","words":["This room has been quiet for a while. Shall we go on, pause, or end it well? If nobody answers by ",{"value":"date"}," it will close, with thanks, and you both keep your own notes until ",{"value":"date"},"."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "end.ritual": endRitual,
  "end.early": endEarly,
  "end.silent": endSilent,
};
