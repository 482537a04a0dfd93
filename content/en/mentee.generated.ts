// Made from mentee.md: see content/README.md.
import { menteeReadiness } from "./texts/mentee.readiness.generated.ts";
import { menteeReflect } from "./texts/mentee.reflect.generated.ts";
import { menteeNextsteps } from "./texts/mentee.nextsteps.generated.ts";
import { menteeChoose } from "./texts/mentee.choose.generated.ts";
import { menteeLead } from "./texts/mentee.lead.generated.ts";

export {
  menteeReadiness,
  menteeReflect,
  menteeNextsteps,
  menteeChoose,
  menteeLead,
};

/** All blocks of this theme by id. */
export const blocks = {
  "mentee.readiness": menteeReadiness,
  "mentee.reflect": menteeReflect,
  "mentee.nextsteps": menteeNextsteps,
  "mentee.choose": menteeChoose,
  "mentee.lead": menteeLead,
};
