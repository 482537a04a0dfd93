/** Dates, times, lists and plurals as the reader writes them. Intl's formatters are costly: each is made once. */
import { inNumber, type Plural } from "../../values/plural.ts";

const made = new Map<string, unknown>();

function once<Formatter>(key: string, make: () => Formatter, is: (value: unknown) => value is Formatter): Formatter {
  const known = made.get(key);
  if (is(known)) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

/**
 * The language of dates and numbers: of the texts' language, the variety the reader prefers ("en-IE"), else `fallback`.
 * An English sentence with a Czech date inside would read badly.
 */
export function pickLocale(preferred: ReadonlyArray<string>, textLanguage: string, fallback: string): string {
  return preferred.find((each) => each.toLowerCase().split("-")[0] === textLanguage) ?? fallback;
}

/** The locale of this page. */
export const locale: string = pickLocale(globalThis.navigator?.languages ?? [], "en", "en-GB");

const isDateFormat = (value: unknown): value is Intl.DateTimeFormat => value instanceof Intl.DateTimeFormat;

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`date ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options), isDateFormat);
}

/** The time zone of this device, as an IANA name. */
export function ownZone(): string {
  return dateFormat({}).resolvedOptions().timeZone;
}

/** A `Day` ("2026-10-01") at noon of that day in UTC, which is that day whatever is done with it there. */
function dayAtNoon(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** "Tuesday 17 March"; with the year where `withYear`. Takes a day as text ("2026-03-17"). */
export function formatDay(day: string, withYear = false): string {
  return dateFormat({
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(withYear ? { year: "numeric" } : {}),
  }).format(dayAtNoon(day));
}

/** "17 March 2026". */
export function formatDate(day: string): string {
  return dateFormat({ timeZone: "UTC", day: "numeric", month: "long", year: "numeric" }).format(dayAtNoon(day));
}

/** The parts for `DateBlock`. */
export function dayParts(day: string): { readonly month: string; readonly day: string; readonly weekday: string } {
  const at = dayAtNoon(day);
  return {
    month: dateFormat({ timeZone: "UTC", month: "long" }).format(at),
    day: dateFormat({ timeZone: "UTC", day: "numeric" }).format(at),
    weekday: dateFormat({ timeZone: "UTC", weekday: "long" }).format(at),
  };
}

/** The name of a day of the week, 0 for Monday. */
export function weekdayName(weekday: number): string {
  // 5 October 2026 is a Monday.
  return dayParts(`2026-10-${String(5 + weekday).padStart(2, "0")}`).weekday;
}

/** "08:52", and "8:52 AM" where the clock has twelve hours. */
const hour = dateFormat({ hour: "numeric" }).resolvedOptions().hour12 ? "numeric" : "2-digit";

/** "14:00" of an instant (ms since 1970), in a zone. */
export function formatTime(at: number, zone: string = ownZone()): string {
  return dateFormat({ timeZone: zone, hour, minute: "2-digit" }).format(at);
}

/** "Tuesday 17 March, 14:00" of an instant, in a zone. */
export function formatMoment(at: number, zone: string = ownZone()): string {
  return dateFormat({
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    hour,
    minute: "2-digit",
  }).format(at);
}

/** "14:00 CET", for when two people are in different zones. */
export function formatTimeWithZone(at: number, zone: string): string {
  return dateFormat({ timeZone: zone, hour, minute: "2-digit", timeZoneName: "short" }).format(at);
}

/** The day ("2026-03-17") of an instant in a zone. */
export function dayOf(at: number, zone: string = ownZone()): string {
  const parts = once(
    `day ${zone}`,
    () => new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }),
    isDateFormat,
  );
  return parts.format(at);
}

/** "today", "tomorrow", "yesterday", "in 3 days" up to a week away; beyond that the day itself. */
export function formatNearDay(day: string, today: string): string {
  const away = Math.round((dayAtNoon(day) - dayAtNoon(today)) / 86_400_000);
  if (Math.abs(away) > 6) return formatDay(day, day.slice(0, 4) !== today.slice(0, 4));
  const format = once(
    "relative",
    () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }),
    (value): value is Intl.RelativeTimeFormat => value instanceof Intl.RelativeTimeFormat,
  );
  return format.format(away, "day");
}

/** "Leila, Ingrid and Petra". */
export function formatList(words: ReadonlyArray<string>, join: "and" | "or" = "and"): string {
  const format = once(
    `list ${join}`,
    () => new Intl.ListFormat(locale, { type: join === "and" ? "conjunction" : "disjunction" }),
    (value): value is Intl.ListFormat => value instanceof Intl.ListFormat,
  );
  return format.format(words);
}

/** "12,340". */
export function formatNumber(value: number): string {
  const format = once(
    "number",
    () => new Intl.NumberFormat(locale),
    (each): each is Intl.NumberFormat => each instanceof Intl.NumberFormat,
  );
  return format.format(value);
}

/** "1 person", "5 people": `formatCount(5, { one: "# person", other: "# people" })`. */
export function formatCount(value: number, words: Plural): string {
  return inNumber(value, words, locale);
}
