// Made from agreement.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** agree.scope: both; agreement */
export const agreeScope: Block<never> = {"id":"agree.scope","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["We are here for… / We are not here for… Examples of the second list: doing the work for you, getting you a job, therapy, settling a conflict with your manager."]}]};
