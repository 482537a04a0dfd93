/** Sealed: what the two see differently. */
import * as z from "zod/mini";
import { SessionId } from "../../../values/id.ts";
import { answerInWords, words } from "../state/reference/schema.ts";
import { defineEvent } from "../state/schema.ts";

/** Someone says that the two see something differently. */
export const DifferenceSaid = defineEvent(
  "differences.said",
  1,
  z.strictObject({ about: words, text: words, sessionId: z.optional(SessionId) }),
  { searched: ({ about, text }) => `${about} ${text}` },
);
/** How its writer sees it. */
export const DifferenceViewed = defineEvent("differences.viewed", 1, answerInWords, { searched: ({ text }) => text });
/** What its writer decided. */
export const DifferenceDecided = defineEvent("differences.decided", 1, answerInWords, { searched: ({ text }) => text });

/** Every event of differences. */
export const differencesEvents = [DifferenceSaid, DifferenceViewed, DifferenceDecided] as const;
