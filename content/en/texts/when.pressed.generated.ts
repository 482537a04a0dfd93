// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.pressed: everyone; pressed, harassed or frightened */
export const whenPressed: Block<"Help and safety"> = {"id":"when.pressed","meta":"everyone; pressed, harassed or frightened","pieces":[{"kind":"paragraph","words":[{"value":"Help and safety"}," says whom to call. You can pause the room, and show a contact what was written, word by word as it stands; the other person is told only if you choose so."]}]};
