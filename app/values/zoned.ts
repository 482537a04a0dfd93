/**
 * Clock times in time zones, right through daylight-saving changes.
 * A time that clocks skip (the gap in spring) moves forward by the length of the gap; one that clocks show twice (the fold in autumn) means the first.
 */
import * as z from "zod/mini";
import { addDays, type Day } from "./day.ts";
import type { Instant } from "./instant.ts";

/** What clocks in a zone show. */
export interface WallTime {
  readonly day: Day;
  /** Minutes after midnight, 0 to 1439. */
  readonly minutes: number;
  /** 0 is Monday, 6 is Sunday. */
  readonly weekday: number;
}

/** An instant found for a clock time. */
export interface Found {
  readonly instant: Instant;
  /** "skipped": clocks jump over this time on this day, and the instant lies later. "twice": clocks show it twice, and this is the first. */
  readonly odd: "skipped" | "twice" | undefined;
}

/** What clocks in `timeZone` (IANA name) show at an instant. Throws a RangeError for a zone that is none. */
export function wallTime(instant: number, timeZone: string): WallTime {
  const local = instant + offsetAt(instant, timeZone);
  const date = new Date(local);
  return {
    day: date.toISOString().slice(0, 10) as Day,
    minutes: date.getUTCHours() * 60 + date.getUTCMinutes(),
    weekday: (date.getUTCDay() + 6) % 7,
  };
}

/** The instant at which clocks in `timeZone` show a day and a time (minutes after midnight; 1440 and more run into the next days). */
export function instantAt(day: Day, minutes: number, timeZone: string): Found {
  const local = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const before = offsetAt(local - 86_400_000, timeZone);
  const after = offsetAt(local + 86_400_000, timeZone);
  const fits = [...new Set([before, after])]
    .map((offset) => local - offset)
    .filter((instant) => instant + offsetAt(instant, timeZone) === local);
  const first = Math.min(...fits);
  if (fits.length === 0) return { instant: (local - before) as Instant, odd: "skipped" };
  return { instant: first as Instant, odd: fits.length > 1 ? "twice" : undefined };
}

/** The next day on or after `from` that falls on a weekday (0 is Monday). */
export function nextWeekday(from: Day, weekday: number): Day {
  const today = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(from, (weekday - today + 7) % 7);
}

/** A time zone by its IANA name, as far as this device knows it. */
export const TimeZone = z.string().check(
  z.maxLength(64),
  z.refine((name) => {
    try {
      return formatterIn(name).resolvedOptions().timeZone !== "";
    } catch {
      return false;
    }
  }),
);

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterIn(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    era: "short",
  });
  formatters.set(timeZone, made);
  return made;
}

/** How far clocks in a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const formatter = formatterIn(timeZone);
  const whole = Math.floor(instant / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(whole)) part[type] = Number(value);
  const local = Date.UTC(
    part["year"] ?? 0,
    (part["month"] ?? 1) - 1,
    part["day"],
    part["hour"],
    part["minute"],
    part["second"],
  );
  return local - whole;
}
