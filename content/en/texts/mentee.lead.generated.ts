// Made from mentee.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentee.lead: mentee; help page */
export const menteeLead: Block<never> = {"id":"mentee.lead","meta":"mentee; help page","pieces":[{"kind":"paragraph","words":["It is your hour. Bring one real question. Say what kind of help you want: listen, think along, advise, introduce you to somebody. Next time, say what you did with the advice, also if the answer is “nothing”."]}]};
