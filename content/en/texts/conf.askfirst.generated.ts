// Made from confidentiality.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** conf.askfirst: both; ask-first dialogue */
export const confAskfirst: Block<"owner"> = {"id":"conf.askfirst","meta":"both; ask-first dialogue","pieces":[{"kind":"paragraph","words":["You would like to use something ",{"value":"owner"}," told you. Say what, to whom, and why. Nothing leaves the room unless ",{"value":"owner"}," answers yes. A “no” needs no reason, and no answer means no."]}]};
