// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.newdevice: everyone; a new phone or computer */
export const whenNewdevice: Block<never> = {"id":"when.newdevice","meta":"everyone; a new phone or computer","pieces":[{"kind":"paragraph","words":["Sign in there as always, and open your rooms with your passkey, your passphrase, or from a device that has them open: that one shows a code for the new one. Everything you had is there."]}]};
