// Made from talking.md: see content/README.md.
import { listenBasics } from "./texts/listen.basics.generated.ts";
import { listenWait } from "./texts/listen.wait.generated.ts";
import { listenRestate } from "./texts/listen.restate.generated.ts";
import { listenValidate } from "./texts/listen.validate.generated.ts";
import { listenUnsaid } from "./texts/listen.unsaid.generated.ts";
import { talkAdvice } from "./texts/talk.advice.generated.ts";
import { talkLimits } from "./texts/talk.limits.generated.ts";
import { talkDiffer } from "./texts/talk.differ.generated.ts";
import { talkHalfway } from "./texts/talk.halfway.generated.ts";
import { talkPause } from "./texts/talk.pause.generated.ts";

export {
  listenBasics,
  listenWait,
  listenRestate,
  listenValidate,
  listenUnsaid,
  talkAdvice,
  talkLimits,
  talkDiffer,
  talkHalfway,
  talkPause,
};

/** All blocks of this theme by id. */
export const blocks = {
  "listen.basics": listenBasics,
  "listen.wait": listenWait,
  "listen.restate": listenRestate,
  "listen.validate": listenValidate,
  "listen.unsaid": listenUnsaid,
  "talk.advice": talkAdvice,
  "talk.limits": talkLimits,
  "talk.differ": talkDiffer,
  "talk.halfway": talkHalfway,
  "talk.pause": talkPause,
};
