// Made from safety.md: see content/README.md.
import { safetyNow } from "./texts/safety.now.generated.ts";
import { safetySelf } from "./texts/safety.self.generated.ts";
import { safetyOther } from "./texts/safety.other.generated.ts";

export {
  safetyNow,
  safetySelf,
  safetyOther,
};

/** All blocks of this theme by id. */
export const blocks = {
  "safety.now": safetyNow,
  "safety.self": safetySelf,
  "safety.other": safetyOther,
};
