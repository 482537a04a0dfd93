/** Reminders that follow from a pair's next session: 24 hours and 10 minutes before (P24). Nothing here is content. */
import { dayLength, hour, type Instant, later, minute } from "../../../values/instant.ts";

/** The two reminders of a session. */
export const reminders = [
  { kind: "day-before", beforeMs: 24 * hour },
  { kind: "soon", beforeMs: 10 * minute },
] as const;

/** "day-before" also asks to check that the room opens; "soon" offers "a few minutes late". */
export type ReminderKind = (typeof reminders)[number]["kind"];

/**
 * When each reminder is due; one whose moment has gone by when the date is set is left out. That of the day before comes on the reader's
 * last working day (`onWorkDay`), where it still lies ahead: whoever reads no mail on Sundays prepares on Friday.
 */
export function remindersFor(
  startsAt: Instant,
  now: Instant,
  onWorkDay: (due: Instant) => Instant = (due) => due,
): ReadonlyArray<{ readonly kind: ReminderKind; readonly dueAt: Instant }> {
  return reminders
    .map(({ kind, beforeMs }) => {
      const due = later(startsAt, -beforeMs);
      const sooner = kind === "day-before" ? onWorkDay(due) : due;
      return { kind, dueAt: sooner > now ? sooner : due };
    })
    .filter(({ dueAt }) => dueAt > now);
}

/** When a new pair without a date is helped to find one: after 3 and after 10 days, and then no more (P56). */
export function firstDateNudges(pairedAt: Instant): ReadonlyArray<Instant> {
  return [3, 10].map((days) => later(pairedAt, days * dayLength));
}
