/** Calendar days without hours or zones, written as ISO 8601: `2026-10-01`. Days compare as text. */
import * as z from "zod/mini";

/** True for a day that exists in the calendar, from 0001 to 9999. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && dayOfUtc(at) === text;
}

/** A calendar day, `2026-10-01`. */
export const Day = z
  .string()
  .check(z.refine((text) => isDay(text)))
  .brand<"Day">();
/** A calendar day, `2026-10-01`. */
export type Day = z.infer<typeof Day>;

/** A day from text that the program itself wrote; throws where it is none. */
export function aDay(text: string): Day {
  if (!isDay(text)) throw new Error("not a day");
  return text;
}

/** The day that lies `days` after (or, negative, before) another. */
export function addDays(day: Day, days: number): Day {
  return dayOfUtc(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000) as Day;
}

/** How many days lie between: 1 from a Monday to the Tuesday after it. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The calendar day on which an instant (milliseconds) falls in a time zone (IANA name). */
export function dayIn(instant: number, timeZone: string): Day {
  return formatter(timeZone).format(instant) as Day;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formatters.set(timeZone, made);
  return made;
}

function dayOfUtc(at: number): string {
  return formatter("UTC").format(at);
}
