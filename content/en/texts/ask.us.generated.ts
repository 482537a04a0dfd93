// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.us: both; depth one, Close */
export const askUs: Block<never> = {"id":"ask.us","meta":"both; depth one, Close","pieces":[{"kind":"list","ordered":false,"items":[["What in our way of working is worth keeping?"],["What could each of us do more, or less, so that this is useful?"],["What do we both avoid?"],["What helped today, and what would help more?"],["What should we do differently next time?"],["Where did one of us miss what the other meant?"]]}]};
