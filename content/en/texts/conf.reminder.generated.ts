// Made from confidentiality.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** conf.reminder: both; first card of every Open step */
export const confReminder: Block<"Read the limits"> = {"id":"conf.reminder","meta":"both; first card of every Open step","pieces":[{"kind":"paragraph","words":["What you tell me goes no further without your yes; the limits hold. Your own experience is yours to talk about, with anyone."]},{"kind":"paragraph","words":["Disagree or stop me at any time. ",{"value":"Read the limits"}]}]};
