// Made from feedback.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** fb.session: both; Close, optional, one tap */
export const fbSession: Block<never> = {"id":"fb.session","meta":"both; Close, optional, one tap","pieces":[{"kind":"paragraph","words":["Today helped / helped in part / not today. It stays with you until you share it. It is never added up."]}]};
