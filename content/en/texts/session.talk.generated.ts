// Made from sessions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** session.talk: both; middle */
export const sessionTalk: Block<never> = {"id":"session.talk","meta":"both; middle","pieces":[{"kind":"paragraph","words":["Listen, ask, story, suggestion: in that order. If a suggestion comes to you first, write it down and go back to asking. The mentee decides what happens next."]}]};
