// Made from confidentiality.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** conf.breach: both; help page */
export const confBreach: Block<"contact"> = {"id":"conf.breach","meta":"both; help page","pieces":[{"kind":"paragraph","words":["Say what got out and to whom; say sorry without “but”; ask what would help; stop what can still be stopped. The person whose story it was decides if the pair goes on. ",{"value":"contact"}," can help both of you and needs no content to do so."]}]};
