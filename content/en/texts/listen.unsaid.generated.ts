// Made from talking.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** listen.unsaid: mentor; guidance card, guidance only, never measured */
export const listenUnsaid: Block<never> = {"id":"listen.unsaid","meta":"mentor; guidance card, guidance only, never measured","pieces":[{"kind":"paragraph","words":["You may notice a pause, a changed voice, someone who looks away. Do not explain it; ask gently: “I noticed you slowed down there. Is there more, or shall we leave it?” On a call, a switched-off camera means nothing by itself."]}]};
