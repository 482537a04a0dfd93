// Made from nudges.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** nudge.first: both; 3 and 10 days after the match */
export const nudgeFirst: Block<"name"> = {"id":"nudge.first","meta":"both; 3 and 10 days after the match","pieces":[{"kind":"paragraph","words":["You and ",{"value":"name"}," are a pair. A first date within two weeks helps. Here are three times inside the hours you both gave, or suggest one."]}]};
