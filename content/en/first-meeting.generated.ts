// Made from first-meeting.md: see content/README.md.
import { firstAgenda } from "./texts/first.agenda.generated.ts";
import { firstTrust } from "./texts/first.trust.generated.ts";
import { firstStrengths } from "./texts/first.strengths.generated.ts";
import { firstHopes } from "./texts/first.hopes.generated.ts";
import { firstContext } from "./texts/first.context.generated.ts";
import { firstAnyquestion } from "./texts/first.anyquestion.generated.ts";
import { firstCommon } from "./texts/first.common.generated.ts";
import { firstAfter } from "./texts/first.after.generated.ts";

export {
  firstAgenda,
  firstTrust,
  firstStrengths,
  firstHopes,
  firstContext,
  firstAnyquestion,
  firstCommon,
  firstAfter,
};

/** All blocks of this theme by id. */
export const blocks = {
  "first.agenda": firstAgenda,
  "first.trust": firstTrust,
  "first.strengths": firstStrengths,
  "first.hopes": firstHopes,
  "first.context": firstContext,
  "first.anyquestion": firstAnyquestion,
  "first.common": firstCommon,
  "first.after": firstAfter,
};
