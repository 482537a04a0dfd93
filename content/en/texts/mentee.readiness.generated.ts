// Made from mentee.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentee.readiness: mentee; private self-check, stays on the device */
export const menteeReadiness: Block<never> = {"id":"mentee.readiness","meta":"mentee; private self-check, stays on the device","pieces":[{"kind":"list","ordered":false,"items":[["There is something I want to learn or change within the next half year."],["I can keep about two hours free every two weeks, for the meeting and what comes of it."],["I would rather hear an uncomfortable truth about my work than not know it."],["If a remark hurts me, I can say so or ask for a pause."],["I am willing to bring the topics, also those where things are not going well."]]}]};
