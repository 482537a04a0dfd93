// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.silence: everyone; the other person does not answer */
export const whenSilence: Block<never> = {"id":"when.silence","meta":"everyone; the other person does not answer","pieces":[{"kind":"paragraph","words":["Offer a date in the room. After some weeks Oakroom asks you both, gently. If you would like help, ask the programme from Home: the other person is not told."]}]};
