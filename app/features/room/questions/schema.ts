/** Sealed: questions that were asked, answered, or left. */
import * as z from "zod/mini";
import { AccountId, ItemId, SessionId } from "../../../values/id.ts";
import { plainText } from "../../../values/text.ts";
import { reference } from "../state/reference/schema.ts";
import { defineEvent } from "../state/schema.ts";
import { longestAnswer, longestQuestion } from "./rules.ts";

/** A question to the other. */
export const QuestionAsked = defineEvent(
  "questions.asked",
  1,
  z.strictObject({ text: plainText(longestQuestion), sessionId: z.optional(SessionId) }),
  { searched: ({ text }) => text },
);
/** An answer in writing. */
export const QuestionAnswered = defineEvent(
  "questions.answered",
  1,
  z.strictObject({ question: reference, text: plainText(longestAnswer) }),
  { searched: ({ text }) => text },
);
/** "Not this." No reason is asked for, and there is no place for one. */
export const QuestionParked = defineEvent("questions.parked", 1, z.strictObject({ question: ItemId }));
const topic = z.strictObject({ sessionId: SessionId, of: AccountId });
/** A topic of a session is set aside. No reason is asked for, and there is no place for one. */
export const TopicPaused = defineEvent("questions.topic-paused", 1, topic);
/** It is taken up again. */
export const TopicResumed = defineEvent("questions.topic-resumed", 1, topic);
/** How deep the questions may go. */
export const DepthOpened = defineEvent(
  "questions.depth",
  1,
  z.strictObject({ depth: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
);

/** Every event of questions. */
export const questionsEvents = [
  QuestionAsked,
  QuestionAnswered,
  QuestionParked,
  TopicPaused,
  TopicResumed,
  DepthOpened,
] as const;
