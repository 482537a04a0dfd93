// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.ways: both; cards to pick, one a line */
export const groundWays: Block<never> = {"id":"ground.ways","meta":"both; cards to pick, one a line","pieces":[{"kind":"list","ordered":false,"items":[["stage: I am nervous before I speak in public."],["quiet: I think better alone, and speak later."],["aloud: I think best while I talk."],["lists: I keep lists of everything."],["chaos: My desk looks like chaos, and I find everything."],["early: I am at my best early in the morning."],["owl: I am at my best late at night."]]}]};
