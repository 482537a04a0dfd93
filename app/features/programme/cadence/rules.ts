/** Reminders that follow from a pair's next session: 24 hours and 10 minutes before (P24). Nothing here is content. */
import { dayLength, hour, type Instant, later, minute } from "../../../values/instant.ts";

/** The two reminders of a session. */
export const reminders = [
  { kind: "day-before", beforeMs: 24 * hour },
  { kind: "soon", beforeMs: 10 * minute },
] as const;

/** "day-before" also asks to check that the room opens; "soon" offers "a few minutes late". */
export type ReminderKind = (typeof reminders)[number]["kind"];

/** When each reminder is due; one whose moment has gone by when the date is set is left out. */
export function remindersFor(
  startsAt: Instant,
  now: Instant,
): ReadonlyArray<{ readonly kind: ReminderKind; readonly dueAt: Instant }> {
  return reminders
    .map(({ kind, beforeMs }) => ({ kind, dueAt: later(startsAt, -beforeMs) }))
    .filter(({ dueAt }) => dueAt > now);
}

/** When a new pair without a date is helped to find one: after 3 and after 10 days, and then no more (P56). */
export function firstDateNudges(pairedAt: Instant): ReadonlyArray<Instant> {
  return [3, 10].map((days) => later(pairedAt, days * dayLength));
}
