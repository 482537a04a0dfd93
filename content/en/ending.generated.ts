// Made from ending.md: see content/README.md.
import { endRitual } from "./texts/end.ritual.generated.ts";
import { endEarly } from "./texts/end.early.generated.ts";
import { endSilent } from "./texts/end.silent.generated.ts";

export {
  endRitual,
  endEarly,
  endSilent,
};

/** All blocks of this theme by id. */
export const blocks = {
  "end.ritual": endRitual,
  "end.early": endEarly,
  "end.silent": endSilent,
};
