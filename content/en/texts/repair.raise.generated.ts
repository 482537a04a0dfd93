// Made from repair.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** repair.raise: both; note "Something is bothering me" */
export const repairRaise: Block<never> = {"id":"repair.raise","meta":"both; note \"Something is bothering me\"","pieces":[{"kind":"paragraph","words":["Nobody else sees it until you put it into the room, when you are ready."]}]};
