// Made from first-meeting.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** first.agenda: both; first meeting, 60 minutes, times can be moved, the first and third items cannot be removed */
export const firstAgenda: Block<never> = {"id":"first.agenda","meta":"both; first meeting, 60 minutes, times can be moved, the first and third items cannot be removed","pieces":[{"kind":"list","ordered":true,"items":[["What stays between us, and the limits (10)"],["Who we are: strengths and the road so far (15)"],["What trust means to each of us (10)"],["Hopes, goals, worries: turn the cards together (15)"],["Rhythm, channels, what happens when something slips (7)"],["One small thing each of us will do before next time (3)"]]}]};
