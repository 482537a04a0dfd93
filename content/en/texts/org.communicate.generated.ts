// Made from programme.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** org.communicate: organisation */
export const orgCommunicate: Block<never> = {"id":"org.communicate","meta":"organisation","pieces":[{"kind":"paragraph","words":["Say what is decided, what is not yet decided and when it will be, and who was heard. Repeat it. What people are not told they will make up, and seldom to your advantage."]}]};
