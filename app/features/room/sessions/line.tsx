import { formatDate, formatMoment } from "../../../web/client/format.ts";
import { lineOf, quiet, unshown, words } from "../timeline/said.tsx";
import {
  FixedSlotChosen,
  SessionCancelled,
  SessionClosed,
  SessionLate,
  SessionMet,
  SessionMoved,
  SessionOffered,
  SessionPlanned,
  SessionStepped,
  SessionTakeaway,
  SessionTopic,
  TopicAhead,
  WordShared,
} from "./schema.ts";
import { sessionsLineText as text } from "./text.ts";

/** Sessions on the timeline; the steps are for the other screen alone. */
export const sessionsLines = [
  lineOf(SessionOffered, () => quiet(text.offered)),
  lineOf(SessionPlanned, ({ payload }) => quiet(text.planned(formatMoment(payload.slot.startsAt)))),
  lineOf(SessionMoved, ({ payload }) => quiet(text.moved(formatMoment(payload.slot.startsAt)))),
  lineOf(SessionCancelled, () => quiet(text.cancelled)),
  lineOf(SessionLate, ({ payload }) => quiet(text.late(payload.minutes))),
  lineOf(SessionTopic, ({ payload }) => words(payload.text, text.topic)),
  lineOf(TopicAhead, ({ payload }) => words(payload.text, text.topic)),
  lineOf(SessionTakeaway, ({ payload }) => words(payload.text, text.takeaway)),
  lineOf(WordShared, ({ payload }) => quiet(text.words[payload.word])),
  lineOf(SessionClosed, () => quiet(text.closed)),
  lineOf(SessionMet, ({ payload }) => quiet(`${text.met}: ${formatDate(payload.metOn)}`)),
  unshown(FixedSlotChosen, text.fixed),
  unshown(SessionStepped),
];
