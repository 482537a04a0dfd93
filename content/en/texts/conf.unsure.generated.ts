// Made from confidentiality.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** conf.unsure: both; help page */
export const confUnsure: Block<"contact"> = {"id":"conf.unsure","meta":"both; help page","pieces":[{"kind":"list","ordered":true,"items":[["Few things must be done this minute."],["If someone is in danger now, call the emergency number."],["Tell the other person you are unsure."],["Ask ",{"value":"contact"}," with no names: “What is my duty if someone tells me…?”"],["Then decide, and tell the other person what you will do."]]}]};
