import { formatDate, formatMoment } from "../../../web/client/format.ts";
import { lineOf, quiet, unshown, words } from "../timeline/said.tsx";
import type {
  SessionCancelled,
  SessionClosed,
  SessionLate,
  SessionMet,
  SessionMoved,
  SessionOffered,
  SessionPlanned,
  SessionReopened,
  SessionTakeaway,
  SessionTopic,
  TopicAhead,
  WordShared,
} from "./rules.ts";
import { sessionsLineText as text } from "./text.ts";

/** Sessions on the timeline; the steps are for the other screen alone. */
export const sessionsLines = [
  lineOf<SessionOffered>("sessions.offered", () => quiet(text.offered)),
  lineOf<SessionPlanned>("sessions.planned", ({ payload }) => quiet(text.planned(formatMoment(payload.slot.startsAt)))),
  lineOf<SessionMoved>("sessions.moved", ({ payload }) => quiet(text.moved(formatMoment(payload.slot.startsAt)))),
  lineOf<SessionCancelled>("sessions.cancelled", () => quiet(text.cancelled)),
  lineOf<SessionLate>("sessions.late", ({ payload }) => quiet(text.late(payload.minutes))),
  lineOf<SessionTopic>("sessions.topic", ({ payload }) => words(payload.text, text.topic)),
  lineOf<TopicAhead>("sessions.topic-ahead", ({ payload }) => words(payload.text, text.topic)),
  lineOf<SessionTakeaway>("sessions.takeaway", ({ payload }) => words(payload.text, text.takeaway)),
  lineOf<WordShared>("sessions.word", ({ payload }) => quiet(text.words[payload.word])),
  lineOf<SessionClosed>("sessions.closed", () => quiet(text.closed)),
  lineOf<SessionReopened>("sessions.reopened", () => quiet(text.reopened)),
  lineOf<SessionMet>("sessions.met", ({ payload }) => quiet(`${text.met}: ${formatDate(payload.metOn)}`)),
  unshown("sessions.fixed-slot", text.fixed),
  unshown("sessions.stepped"),
];
