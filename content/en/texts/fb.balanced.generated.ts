// Made from feedback.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** fb.balanced: both; feedback form, a "try" needs a "keep" */
export const fbBalanced: Block<never> = {"id":"fb.balanced","meta":"both; feedback form, a \"try\" needs a \"keep\"","pieces":[{"kind":"paragraph","words":[{"bold":["Keep:"]}," what you did and what good it did. ",{"bold":["Try:"]}," one thing, what I saw, what it led to, one idea. ",{"bold":["My part:"]}," what I can do to make it easier. Talk about the act, never the person."]}]};
