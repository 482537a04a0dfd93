// Made from mentor.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentor.profile: mentor; enrolment */
export const mentorProfile: Block<never> = {"id":"mentor.profile","meta":"mentor; enrolment","pieces":[{"kind":"paragraph","words":["I can help with… and where I learned it. / Better ask someone else about… / My road here, with a thing that did not go well. / How I like to work."]}]};
