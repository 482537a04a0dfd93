/** What managers can have people reminded of, and how often. */
import { dayLength, type Instant, later } from "../../../values/instant.ts";

/** What people may not have answered: an invitation, a suggestion, or that a first date is still to be found. */
export const reminderKinds = ["invitations", "suggestions", "first-dates"] as const;
/** What people may not have answered. */
export type ReminderKind = (typeof reminderKinds)[number];

/** How many days lie between two reminders of a kind at least; and nobody is reminded sooner of what is younger. */
export const daysBetween = 3;

/** Why nobody is reminded now. `text.ts` has one sentence for each. */
export type ReminderRefusal = "too-soon" | "nobody" | "draft" | "finished";

/** From when on a kind can be reminded of again; `undefined` where it can be now. */
export function nextReminder(lastAt: Instant | undefined, now: Instant): Instant | undefined {
  if (lastAt === undefined) return undefined;
  const next = later(lastAt, daysBetween * dayLength);
  return next > now ? next : undefined;
}

/** What began before this moment may be reminded of. */
export function oldEnough(now: Instant): Instant {
  return later(now, -daysBetween * dayLength);
}
