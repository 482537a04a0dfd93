// Made from feedback.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** fb.process: mentee; Close, optional */
export const fbProcess: Block<never> = {"id":"fb.process","meta":"mentee; Close, optional","pieces":[{"kind":"paragraph","words":["About how we work: keep as it is / change one thing: … Only your mentor sees this."]}]};
