// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.passphrase: everyone; a passphrase forgotten */
export const whenPassphrase: Block<never> = {"id":"when.passphrase","meta":"everyone; a passphrase forgotten","pieces":[{"kind":"paragraph","words":["On the page that asks for it press “I forgot my passphrase” and type your recovery code. You choose a new passphrase, and your rooms open. A device on which they are still open can set a new one, too."]}]};
