// Made from mentee.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** mentee.readiness: mentee; private self-check, stays on the device */
export const menteeReadiness: Block<never> = {"id":"mentee.readiness","meta":"mentee; private self-check, stays on the device","pieces":[{"kind":"paragraph","words":["Is this so for you?"]},{"kind":"list","ordered":false,"items":[["There is something I want to learn or change within the next half year."],["I can keep about two hours free every two weeks, for the meeting and what comes of it."],["I would rather hear an uncomfortable truth about my work than not know it."],["If a remark hurts me, I can say so or ask for a pause."],["I am willing to bring the topics, also those where things are not going well."]]}]};

/** mentee.reflect: mentee; after the self-check; yes is 2, partly 1, not yet 0: from 8, from 4, below */
export const menteeReflect: Block<"contact"> = {"id":"mentee.reflect","meta":"mentee; after the self-check; yes is 2, partly 1, not yet 0: from 8, from 4, below","pieces":[{"kind":"list","ordered":false,"items":[["This looks like a good moment to begin."],["You can begin. Tell your mentor where you are not there yet; it is a good first topic."],["Talk with ",{"value":"contact"}," about timing. There is no harm in waiting."]]}]};

/** mentee.nextsteps: mentee; after the self-check, one for each sentence that is not yet so */
export const menteeNextsteps: Block<never> = {"id":"mentee.nextsteps","meta":"mentee; after the self-check, one for each sentence that is not yet so","pieces":[{"kind":"list","ordered":false,"items":[["Write down three annoyances. One of them hides a goal."],["Ask for a smaller rhythm: an hour a month is a rhythm too."],["Fill in your feedback manual first, so that the truth comes in a form you can use."],["Learn one sentence: “Let us leave this one.” It needs no reason."],["Begin with one topic a month."]]}]};

/** mentee.choose: mentee; choosing a mentor */
export const menteeChoose: Block<never> = {"id":"mentee.choose","meta":"mentee; choosing a mentor","pieces":[{"kind":"paragraph","words":["Choose someone to whom you could say “this is going badly”. Similar values matter more than a similar face or career. You may say no to a suggestion; nobody is told why."]}]};

/** mentee.lead: mentee; help page */
export const menteeLead: Block<never> = {"id":"mentee.lead","meta":"mentee; help page","pieces":[{"kind":"paragraph","words":["It is your hour. Bring one real question. Say what kind of help you want: listen, think along, advise, open a door. Say what you did with the last advice, also if the answer is “nothing”."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "mentee.readiness": menteeReadiness,
  "mentee.reflect": menteeReflect,
  "mentee.nextsteps": menteeNextsteps,
  "mentee.choose": menteeChoose,
  "mentee.lead": menteeLead,
};
