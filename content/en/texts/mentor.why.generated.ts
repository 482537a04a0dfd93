// Made from mentor.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentor.why: mentor; enrolment, one sentence, shown to mentees */
export const mentorWhy: Block<never> = {"id":"mentor.why","meta":"mentor; enrolment, one sentence, shown to mentees","pieces":[{"kind":"paragraph","words":["Why I am here: “…” Write it as you would say it to a friend."]}]};
