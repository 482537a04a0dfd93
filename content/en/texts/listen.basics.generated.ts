// Made from talking.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** listen.basics: mentor, also mentee; 2-minute guide */
export const listenBasics: Block<never> = {"id":"listen.basics","meta":"mentor, also mentee; 2-minute guide","pieces":[{"kind":"paragraph","words":["Let the other finish. Leave a pause. Ask about the word they stressed. Keep your own similar story for later. If your mind wandered, say so and ask again."]}]};
