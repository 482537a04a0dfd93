// Made from mentor.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentor.stepback: mentor; after the self-check or at any time */
export const mentorStepback: Block<never> = {"id":"mentor.stepback","meta":"mentor; after the self-check or at any time","pieces":[{"kind":"paragraph","words":["Continue / start later / step back. Stepping back early is a kindness. The programme is told “not this time”, nothing more."]}]};
