// Made from repair.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** repair.raise: both; note "Something is bothering me" */
export const repairRaise: Block<never> = {"id":"repair.raise","meta":"both; note \"Something is bothering me\"","pieces":[{"kind":"paragraph","words":["“I would like to talk about something small before it grows. When…, I felt… What I would wish for is… Can we take five minutes for it next time?” You can save this and send it when you are ready."]}]};
