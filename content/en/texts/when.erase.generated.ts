// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.erase: everyone; what was written should be gone */
export const whenErase: Block<never> = {"id":"when.erase","meta":"everyone; what was written should be gone","pieces":[{"kind":"paragraph","words":["After an ending you can both choose to have the room erased. Its keys go: from the server, from every later backup, and from each device the next time it is used. Older backups hold them until they expire, and what somebody copied is theirs to delete."]}]};
