/** Sealed: feedback between the two. */
import * as z from "zod/mini";
import { ItemId, SessionId } from "../../../values/id.ts";
import { reference, words } from "../state/reference/schema.ts";
import { defineEvent } from "../state/schema.ts";
import { permissions, upwardAnswers } from "./rules.ts";

const sessionId = z.optional(SessionId);

/** How somebody likes feedback. */
export const ManualWritten = defineEvent(
  "feedback.manual",
  1,
  z.strictObject({
    how: z.enum(["", "directly", "wrapped"]),
    moment: z.enum(["", "at-once", "after-a-night"]),
    medium: z.enum(["", "spoken", "written"]),
    avoid: words,
    quiet: words,
  }),
);
/** Someone has a thought about a topic. */
export const FeedbackAsked = defineEvent("feedback.asked", 1, z.strictObject({ topic: words }), {
  searched: ({ topic }) => topic,
});
/** Now, later, or not today. */
export const FeedbackPermitted = defineEvent(
  "feedback.permitted",
  1,
  z.strictObject({ to: reference, answer: z.enum(permissions) }),
);
/** Keep, try, my part. Found by no search: it opens only after a "now". */
export const FeedbackGiven = defineEvent(
  "feedback.given",
  1,
  z.strictObject({ asked: ItemId, keep: words, try: words, part: words }),
);
/** The mentor goes first, and asks for one thing. */
export const UpwardAsked = defineEvent(
  "feedback.upward-asked",
  1,
  z.strictObject({ criticism: words, weak: words, question: words, first: words, second: words, sessionId }),
  { searched: ({ question }) => question },
);
/** A choice, words, or not now. */
export const UpwardAnswered = defineEvent(
  "feedback.upward-answered",
  1,
  z.strictObject({ to: reference, answer: z.enum(upwardAnswers), text: words }),
  { searched: ({ text }) => text },
);
/** Thank you, what I take, a question. */
export const UpwardReplied = defineEvent(
  "feedback.upward-replied",
  1,
  z.strictObject({ to: reference, thanks: words, take: words, question: words }),
  { searched: ({ take }) => take },
);
/** How the mentee finds the mentoring. */
export const ProcessNoted = defineEvent(
  "feedback.process",
  1,
  z.strictObject({ change: z.boolean(), text: words, sessionId }),
  { searched: ({ text }) => text },
);

/** Every event of feedback. */
export const feedbackEvents = [
  ManualWritten,
  FeedbackAsked,
  FeedbackPermitted,
  FeedbackGiven,
  UpwardAsked,
  UpwardAnswered,
  UpwardReplied,
  ProcessNoted,
] as const;
