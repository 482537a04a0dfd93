// Made from mentor.md: see content/README.md.
import { mentorProfile } from "./texts/mentor.profile.generated.ts";
import { mentorWhy } from "./texts/mentor.why.generated.ts";
import { mentorMotives } from "./texts/mentor.motives.generated.ts";
import { mentorReflect } from "./texts/mentor.reflect.generated.ts";
import { mentorNextsteps } from "./texts/mentor.nextsteps.generated.ts";
import { mentorStepback } from "./texts/mentor.stepback.generated.ts";
import { mentorPrecheck } from "./texts/mentor.precheck.generated.ts";
import { mentorDuties } from "./texts/mentor.duties.generated.ts";
import { powerCard } from "./texts/power.card.generated.ts";

export {
  mentorProfile,
  mentorWhy,
  mentorMotives,
  mentorReflect,
  mentorNextsteps,
  mentorStepback,
  mentorPrecheck,
  mentorDuties,
  powerCard,
};

/** All blocks of this theme by id. */
export const blocks = {
  "mentor.profile": mentorProfile,
  "mentor.why": mentorWhy,
  "mentor.motives": mentorMotives,
  "mentor.reflect": mentorReflect,
  "mentor.nextsteps": mentorNextsteps,
  "mentor.stepback": mentorStepback,
  "mentor.precheck": mentorPrecheck,
  "mentor.duties": mentorDuties,
  "power.card": powerCard,
};
