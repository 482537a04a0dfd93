// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.words: everyone; the matching words differ, or the other person's keys changed */
export const whenWords: Block<never> = {"id":"when.words","meta":"everyone; the matching words differ, or the other person's keys changed","pieces":[{"kind":"paragraph","words":["Write nothing that matters, and talk to each other another way: in person, or by a call in which you know the voice. If they have new keys because they lost a device, compare the words anew. If neither of you knows why, tell a contact for concerns: somebody may stand between you."]}]};
