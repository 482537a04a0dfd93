// Made from agreement.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** agree.roles: both; agreement */
export const agreeRoles: Block<never> = {"id":"agree.roles","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["The mentee owns the topics and the decisions. The mentor keeps the frame: time, calm, and the promise of confidence. Either of us may say “let us change how we do this”."]}]};
