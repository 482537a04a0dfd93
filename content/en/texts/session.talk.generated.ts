// Made from sessions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** session.talk: both; middle */
export const sessionTalk: Block<never> = {"id":"session.talk","meta":"both; middle","pieces":[{"kind":"paragraph","words":["First listen, then ask, then perhaps a story, and only then a suggestion. If one comes to you first, write it down and go back to asking. The mentee decides what happens next."]}]};
