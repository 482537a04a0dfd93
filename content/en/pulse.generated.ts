// Made from pulse.md: see content/README.md.
import { pulsePair } from "./texts/pulse.pair.generated.ts";
import { pulseOrg } from "./texts/pulse.org.generated.ts";
import { pulseIntro } from "./texts/pulse.intro.generated.ts";
import { pulseResult } from "./texts/pulse.result.generated.ts";
import { pulseToofew } from "./texts/pulse.toofew.generated.ts";
import { pulseNext } from "./texts/pulse.next.generated.ts";
import { pulseReminder } from "./texts/pulse.reminder.generated.ts";

export {
  pulsePair,
  pulseOrg,
  pulseIntro,
  pulseResult,
  pulseToofew,
  pulseNext,
  pulseReminder,
};

/** All blocks of this theme by id. */
export const blocks = {
  "pulse.pair": pulsePair,
  "pulse.org": pulseOrg,
  "pulse.intro": pulseIntro,
  "pulse.result": pulseResult,
  "pulse.toofew": pulseToofew,
  "pulse.next": pulseNext,
  "pulse.reminder": pulseReminder,
};
