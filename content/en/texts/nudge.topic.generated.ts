// Made from nudges.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** nudge.topic: mentee; 2 days before, if no topic */
export const nudgeTopic: Block<"Thursday"> = {"id":"nudge.topic","meta":"mentee; 2 days before, if no topic","pieces":[{"kind":"paragraph","words":["What would make ",{"value":"Thursday"}," worth it? One line is enough. No topic yet? “Just talk” is a topic."]}]};
