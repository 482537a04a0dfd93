// Made from agreement.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** agree.manager: both; agreement */
export const agreeManager: Block<"mentee"> = {"id":"agree.manager","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["My line manager may know: that we meet / our general themes / nothing. If they ask the mentor about me, the answer is: “Please ask ",{"value":"mentee"}," directly.”"]}]};
