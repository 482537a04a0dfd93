// Made from mentee.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** mentee.readiness: mentee; enrolment, private, stays on the device */
export const menteeReadiness: Block<"contact"> = {"id":"mentee.readiness","meta":"mentee; enrolment, private, stays on the device","pieces":[{"kind":"paragraph","words":["Yes (2) / partly (1) / not yet (0)"]},{"kind":"list","ordered":false,"items":[["R1 There is something I want to learn or change within the next half year."],["R2 I can keep about two hours free every two weeks, for the meeting and what comes of it."],["R3 I would rather hear an uncomfortable truth about my work than not know it."],["R4 If a remark hurts me, I can say so or ask for a pause."],["R5 I am willing to bring the topics, also those where things are not going well."]]},{"kind":"paragraph","words":["Reading: 8 to 10, go ahead. 4 to 7, go ahead and tell your mentor which answer was “not yet”. 0 to 3, talk with ",{"value":"contact"}," about timing; there is no harm in waiting. Tips: R1 write three annoyances, one of them hides a goal; R2 ask for a smaller rhythm; R3 fill in your feedback manual first; R4 learn the pause control; R5 begin with one topic per month."]}]};

/** mentee.choose: mentee; choosing a mentor */
export const menteeChoose: Block<never> = {"id":"mentee.choose","meta":"mentee; choosing a mentor","pieces":[{"kind":"paragraph","words":["Choose someone to whom you could say “this is going badly”. Similar values matter more than a similar face or career. You may say no to a suggestion; nobody is told why."]}]};

/** mentee.lead: mentee; help page */
export const menteeLead: Block<never> = {"id":"mentee.lead","meta":"mentee; help page","pieces":[{"kind":"paragraph","words":["It is your hour. Bring one real question. Say what kind of help you want: listen, think along, advise, open a door. Say what you did with the last advice, also if the answer is “nothing”."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "mentee.readiness": menteeReadiness,
  "mentee.choose": menteeChoose,
  "mentee.lead": menteeLead,
};
