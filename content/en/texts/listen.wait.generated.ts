// Made from talking.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** listen.wait: mentor; Talk card */
export const listenWait: Block<never> = {"id":"listen.wait","meta":"mentor; Talk card","pieces":[{"kind":"paragraph","words":["Three breaths. Then one question that you do not know the answer to. Three questions before one suggestion."]}]};
