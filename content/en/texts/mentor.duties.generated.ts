// Made from mentor.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentor.duties: mentor; enrolment; same list as conf.duties */
export const mentorDuties: Block<never> = {"id":"mentor.duties","meta":"mentor; enrolment; same list as conf.duties","pieces":[{"kind":"paragraph","words":["Which duties of yours could force you to speak? You name them in the first meeting, before any story is told."]}]};
