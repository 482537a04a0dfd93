// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.everything: everyone; devices, passphrase, passkeys and code, all gone */
export const whenEverything: Block<never> = {"id":"when.everything","meta":"everyone; devices, passphrase, passkeys and code, all gone","pieces":[{"kind":"paragraph","words":["Sign in by mail; where Oakroom asks you to unlock, choose “I have lost everything: begin anew”. You get new keys and a new recovery code. What was written before stays closed to you until the other person, having compared twelve words with you, opens your history again. Notes that were yours alone are gone."]}]};
