// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.stop: everyone; you would like to stop, or to pause */
export const whenStop: Block<never> = {"id":"when.stop","meta":"everyone; you would like to stop, or to pause","pieces":[{"kind":"paragraph","words":["Open the room, then More: pausing and ending need no reason. The other person reads that it is paused or over, nothing else. While it is paused everything can be read and nothing new is written; it goes on when whoever paused says so. You keep what you wrote and what you wrote together."]}]};
