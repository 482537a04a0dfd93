// Made from mentee.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentee.nextsteps: mentee; after the self-check, one for each sentence that is not yet so */
export const menteeNextsteps: Block<never> = {"id":"mentee.nextsteps","meta":"mentee; after the self-check, one for each sentence that is not yet so","pieces":[{"kind":"list","ordered":false,"items":[["Write down three annoyances. One of them hides a goal."],["Ask for a smaller rhythm: an hour a month is a rhythm too."],["Tell your mentor how you like to hear feedback, so that the truth comes in a form you can use."],["Learn one sentence: “Let us leave this one.” It needs no reason."],["Begin with one topic a month."]]}]};
