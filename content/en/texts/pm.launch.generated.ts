// Made from programme.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** pm.launch: programme manager; launch checklist */
export const pmLaunch: Block<never> = {"id":"pm.launch","meta":"programme manager; launch checklist","pieces":[{"kind":"list","ordered":false,"items":[["What the programme is for, and what it is not, in five sentences that people may quote."],["The confidentiality text, read by someone who knows the law here; two named contacts who are not in each other’s line."],["Nobody is mentored by someone who decides about them."],["Taking part, leaving and declining a match cost nothing, and everyone is told so."],["Mentors have had an hour on listening, power and limits; mentees on leading their hour."],["Everyone has seen “What Oakroom can see”."],["No target, bonus or appraisal hangs on meetings, ratings or pulses."],["You know how and when it ends."]]}]};
