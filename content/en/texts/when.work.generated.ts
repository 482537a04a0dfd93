// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.work: everyone; a new employer, or a work address that ends */
export const whenWork: Block<"Settings"> = {"id":"when.work","meta":"everyone; a new employer, or a work address that ends","pieces":[{"kind":"paragraph","words":["Before it ends, add a private address in ",{"value":"Settings"},": it signs you in just as well, and whatever concerns your keys is mailed there too. Take your keepsake of a room while you are at it."]}]};
