// Made from programme.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** org.relationships: organisation */
export const orgRelationships: Block<never> = {"id":"org.relationships","meta":"organisation","pieces":[{"kind":"paragraph","words":["Give people time and occasions to meet across teams. Notice who is missing. Make it normal to be new, to be different, to ask."]}]};
