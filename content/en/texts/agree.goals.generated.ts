// Made from agreement.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** agree.goals: both; agreement */
export const agreeGoals: Block<never> = {"id":"agree.goals","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["One to three goals that six months can hold. For each: why it matters to me; how we will notice; the first step and its date. A bigger dream is welcome; write the part that six months can hold."]}]};
