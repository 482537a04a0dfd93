// Made from nudges.md: see content/README.md.
import { nudgeReminder } from "./texts/nudge.reminder.generated.ts";
import { nudgeFirst } from "./texts/nudge.first.generated.ts";
import { nudgeTopic } from "./texts/nudge.topic.generated.ts";
import { nudgeGap } from "./texts/nudge.gap.generated.ts";
import { nudgeCommitment } from "./texts/nudge.commitment.generated.ts";
import { nudgeCheckin } from "./texts/nudge.checkin.generated.ts";
import { nudgeCelebrate } from "./texts/nudge.celebrate.generated.ts";
import { nudgeFeedback } from "./texts/nudge.feedback.generated.ts";
import { nudgeReview } from "./texts/nudge.review.generated.ts";
import { nudgeEnding } from "./texts/nudge.ending.generated.ts";

export {
  nudgeReminder,
  nudgeFirst,
  nudgeTopic,
  nudgeGap,
  nudgeCommitment,
  nudgeCheckin,
  nudgeCelebrate,
  nudgeFeedback,
  nudgeReview,
  nudgeEnding,
};

/** All blocks of this theme by id. */
export const blocks = {
  "nudge.reminder": nudgeReminder,
  "nudge.first": nudgeFirst,
  "nudge.topic": nudgeTopic,
  "nudge.gap": nudgeGap,
  "nudge.commitment": nudgeCommitment,
  "nudge.checkin": nudgeCheckin,
  "nudge.celebrate": nudgeCelebrate,
  "nudge.feedback": nudgeFeedback,
  "nudge.review": nudgeReview,
  "nudge.ending": nudgeEnding,
};
