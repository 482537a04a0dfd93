// Made from talking.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** listen.restate: both; Talk action "What I heard" */
export const listenRestate: Block<never> = {"id":"listen.restate","meta":"both; Talk action \"What I heard\"","pieces":[{"kind":"paragraph","words":["“If I got it right, you…, and the hard part is… Is that it?” Answer: yes / almost / no. “Almost” is the most useful answer."]}]};
