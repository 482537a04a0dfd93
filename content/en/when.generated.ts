// Made from when.md: see content/README.md.
import { whenPhone } from "./texts/when.phone.generated.ts";
import { whenNewdevice } from "./texts/when.newdevice.generated.ts";
import { whenPassphrase } from "./texts/when.passphrase.generated.ts";
import { whenEverything } from "./texts/when.everything.generated.ts";
import { whenWords } from "./texts/when.words.generated.ts";
import { whenRestored } from "./texts/when.restored.generated.ts";
import { whenSilence } from "./texts/when.silence.generated.ts";
import { whenWork } from "./texts/when.work.generated.ts";
import { whenLeft } from "./texts/when.left.generated.ts";
import { whenStop } from "./texts/when.stop.generated.ts";
import { whenErase } from "./texts/when.erase.generated.ts";
import { whenPressed } from "./texts/when.pressed.generated.ts";

export {
  whenPhone,
  whenNewdevice,
  whenPassphrase,
  whenEverything,
  whenWords,
  whenRestored,
  whenSilence,
  whenWork,
  whenLeft,
  whenStop,
  whenErase,
  whenPressed,
};

/** All blocks of this theme by id. */
export const blocks = {
  "when.phone": whenPhone,
  "when.newdevice": whenNewdevice,
  "when.passphrase": whenPassphrase,
  "when.everything": whenEverything,
  "when.words": whenWords,
  "when.restored": whenRestored,
  "when.silence": whenSilence,
  "when.work": whenWork,
  "when.left": whenLeft,
  "when.stop": whenStop,
  "when.erase": whenErase,
  "when.pressed": whenPressed,
};
