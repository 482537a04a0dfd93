// Made from agreement.md: see content/README.md.
import { agreeIntro } from "./texts/agree.intro.generated.ts";
import { agreeScope } from "./texts/agree.scope.generated.ts";
import { agreeRoles } from "./texts/agree.roles.generated.ts";
import { agreeGoals } from "./texts/agree.goals.generated.ts";
import { agreeRhythm } from "./texts/agree.rhythm.generated.ts";
import { agreeChannels } from "./texts/agree.channels.generated.ts";
import { agreeCancel } from "./texts/agree.cancel.generated.ts";
import { agreeBoundaries } from "./texts/agree.boundaries.generated.ts";
import { agreeOfflimits } from "./texts/agree.offlimits.generated.ts";
import { agreeSlip } from "./texts/agree.slip.generated.ts";
import { agreeManager } from "./texts/agree.manager.generated.ts";
import { agreeChange } from "./texts/agree.change.generated.ts";

export {
  agreeIntro,
  agreeScope,
  agreeRoles,
  agreeGoals,
  agreeRhythm,
  agreeChannels,
  agreeCancel,
  agreeBoundaries,
  agreeOfflimits,
  agreeSlip,
  agreeManager,
  agreeChange,
};

/** All blocks of this theme by id. */
export const blocks = {
  "agree.intro": agreeIntro,
  "agree.scope": agreeScope,
  "agree.roles": agreeRoles,
  "agree.goals": agreeGoals,
  "agree.rhythm": agreeRhythm,
  "agree.channels": agreeChannels,
  "agree.cancel": agreeCancel,
  "agree.boundaries": agreeBoundaries,
  "agree.offlimits": agreeOfflimits,
  "agree.slip": agreeSlip,
  "agree.manager": agreeManager,
  "agree.change": agreeChange,
};
