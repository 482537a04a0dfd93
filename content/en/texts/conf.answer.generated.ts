// Made from confidentiality.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** conf.answer: both; answer to an ask-first request */
export const confAnswer: Block<"name" | "people"> = {"id":"conf.answer","meta":"both; answer to an ask-first request","pieces":[{"kind":"paragraph","words":[{"value":"name"}," asks to share the words below with ",{"value":"people"},". Yes, as written / Yes, but let me reword it / No. You can change your mind until it has been shared."]}]};
