// Made from sessions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** session.close: both; last 8 minutes */
export const sessionClose: Block<never> = {"id":"session.close","meta":"both; last 8 minutes","pieces":[{"kind":"list","ordered":true,"items":[["Us: what helped today, what would help more?"],["One thing I take with me: each writes one sentence."],["One thing I will do, by when: at most two each."],["The next date and, if you have it, the topic."],["Thank you."]]}]};
