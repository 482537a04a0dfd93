// Made from agreement.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** agree.slip: both; agreement */
export const agreeSlip: Block<never> = {"id":"agree.slip","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["When something slips we first ask what got in the way. Then we choose: make it smaller, move it, get help, or drop it. What we will not do: pretend, or keep a tally."]}]};
