/** Sealed: dates and steps of sessions. */
import * as z from "zod/mini";
import { AccountId, SessionId } from "../../../values/id.ts";
import { plainText } from "../../../values/text.ts";
import { TimeZone } from "../../../values/zoned.ts";
import { defineEvent } from "../state/schema.ts";
import { DayOfOurs, InstantOfOurs } from "./when/schema.ts";
import { sessionWords } from "./rules.ts";

const lengthMinutes = z.int().check(z.gte(5), z.lte(600));
const slot = z.strictObject({ startsAt: InstantOfOurs, lengthMinutes, timeZone: TimeZone });
const way = z.strictObject({ kind: z.enum(["in-person", "phone", "video", "writing"]), where: plainText(500) });
const sessionId = SessionId;
const sessionWord = z.enum(sessionWords);

/** Up to three slots to choose from. */
export const SessionOffered = defineEvent(
  "sessions.offered",
  1,
  z.strictObject({
    sessionId,
    slots: z.array(slot).check(z.minLength(1), z.maxLength(3)),
    way: z.optional(way),
    note: plainText(500),
  }),
  { searched: ({ note }) => note },
);
/** A date stands. */
export const SessionPlanned = defineEvent(
  "sessions.planned",
  1,
  z.strictObject({ sessionId, slot, way: z.optional(way) }),
);
/** It moves. */
export const SessionMoved = defineEvent("sessions.moved", 1, z.strictObject({ sessionId, slot, way: z.optional(way) }));
/** It does not happen. */
export const SessionCancelled = defineEvent("sessions.cancelled", 1, z.strictObject({ sessionId }));
/** "A few minutes late". */
export const SessionLate = defineEvent(
  "sessions.late",
  1,
  z.strictObject({ sessionId, minutes: z.int().check(z.gte(1), z.lte(60)) }),
);
/** What the author would like to talk about. */
export const SessionTopic = defineEvent(
  "sessions.topic",
  1,
  z.strictObject({ sessionId, text: plainText(500), concern: z.optional(z.boolean()) }),
  { searched: ({ text }) => text },
);
/** What the author would like to talk about next, while there is no date. */
export const TopicAhead = defineEvent("sessions.topic-ahead", 1, z.strictObject({ text: plainText(500) }), {
  searched: ({ text }) => text,
});
/** The two go to another step. */
export const SessionStepped = defineEvent(
  "sessions.stepped",
  1,
  z.strictObject({ sessionId, step: z.enum(["open", "talk", "close"]) }),
);
/** One sentence that a person takes along. */
export const SessionTakeaway = defineEvent(
  "sessions.takeaway",
  1,
  z.strictObject({ sessionId, of: AccountId, text: plainText(1000) }),
  { searched: ({ text }) => text },
);
/** How the session was for the author, shared with the other. */
export const WordShared = defineEvent("sessions.word", 1, z.strictObject({ sessionId, word: sessionWord }));
/** It was not held after all. No reason is asked for. */
export const SessionReopened = defineEvent("sessions.reopened", 1, z.strictObject({ sessionId }));
/** It is over. */
export const SessionClosed = defineEvent("sessions.closed", 1, z.strictObject({ sessionId, metOn: DayOfOurs }));
/** "We met on…". */
export const SessionMet = defineEvent("sessions.met", 1, z.strictObject({ sessionId, metOn: DayOfOurs }));
/** A slot that comes round. */
export const FixedSlotChosen = defineEvent(
  "sessions.fixed-slot",
  1,
  z.strictObject({
    slot: z.nullable(
      z.strictObject({
        weekday: z.int().check(z.gte(0), z.lte(6)),
        minutes: z.int().check(z.gte(0), z.lte(1439)),
        timeZone: TimeZone,
        everyDays: z.int().check(z.gte(7), z.lte(366)),
        lengthMinutes,
      }),
    ),
  }),
);

/** Every event of sessions. */
export const sessionsEvents = [
  SessionOffered,
  SessionPlanned,
  SessionMoved,
  SessionCancelled,
  SessionLate,
  SessionTopic,
  TopicAhead,
  SessionStepped,
  SessionTakeaway,
  WordShared,
  SessionClosed,
  SessionReopened,
  SessionMet,
  FixedSlotChosen,
] as const;
