// Made from feedback.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** fb.permission: both; before a feedback note opens */
export const fbPermission: Block<"name" | "topic"> = {"id":"fb.permission","meta":"both; before a feedback note opens","pieces":[{"kind":"paragraph","words":[{"value":"name"}," has a thought about ",{"value":"topic"},". Now / later / not today?"]}]};
