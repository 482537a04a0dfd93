// Made from sessions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** session.prepare: both; from 24 hours before */
export const sessionPrepare: Block<never> = {"id":"session.prepare","meta":"both; from 24 hours before","pieces":[{"kind":"list","ordered":false,"items":[["Last time I took away…"],["Still open from me: … (done, new date, or drop)"],["Today I would like to talk about… (mentee first)"],["How is my energy, and what do I need to be present?"],["Place, or link, and what if the link fails?"]]}]};
