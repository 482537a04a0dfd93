// Made from commitments.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** celebrate.public: both; before anything is shown outside the room */
export const celebratePublic: Block<"programme" | "name"> = {"id":"celebrate.public","meta":"both; before anything is shown outside the room","pieces":[{"kind":"paragraph","words":["This text would be seen by everyone in ",{"value":"programme"},". It is posted only if ",{"value":"name"}," says yes to these exact words."]}]};
