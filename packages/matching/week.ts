import { readAvailability, type Span } from "./availability.ts";

/** One week in which hours of different time zones are compared. */
export interface Week {
  /** Minutes a week that both gave, in whole quarter hours; `undefined` when the hours or the zone of one of them are not known. */
  readonly commonMinutes: (one: Hours, other: Hours) => number | undefined;
  /** The quarter hours of the week that somebody gave, from Monday 00:00 UTC on, eight in a byte; `undefined` as above. */
  readonly quartersOf: (hours: Hours) => Uint8Array | undefined;
}

/** What a person gave: hours as written, and the zone they are meant in. */
export interface Hours {
  readonly availability?: string | undefined;
  readonly timeZone?: string | undefined;
}

const minuteMs = 60_000;
const weekMinutes = 7 * 24 * 60;
const quarterBytes = weekMinutes / 15 / 8;

/** Whether this is a time zone that can be reckoned with, such as `Europe/Lisbon`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/**
 * Opens the week that begins on a Monday such as `2026-10-05`; zones are reckoned as they are in that week.
 * Throws a RangeError when that day is no Monday.
 */
export function weekOf(monday: string): Week {
  const start = Date.parse(`${monday}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(monday) || Number.isNaN(start) || new Date(start).getUTCDay() !== 1) {
    throw new RangeError("matching: the reference week must begin on a Monday, written as 2026-10-05");
  }
  const clocks = new Map<string, Clock>();
  const read = new Map<string, Uint8Array | undefined>();
  const quartersOf = ({ availability, timeZone }: Hours): Uint8Array | undefined => {
    if (availability === undefined || timeZone === undefined) return undefined;
    const key = `${timeZone}\n${availability}`;
    if (!read.has(key)) read.set(key, quarters(start, availability, timeZone, clocks));
    return read.get(key);
  };
  return {
    quartersOf,
    commonMinutes: (one, other) => {
      const [a, b] = [quartersOf(one), quartersOf(other)];
      return a && b && 15 * common(a, b);
    },
  };
}

function quarters(
  start: number,
  availability: string,
  timeZone: string,
  clocks: Map<string, Clock>,
): Uint8Array | undefined {
  const spans = readAvailability(availability);
  if (typeof spans === "string") return undefined;
  const clock = clockOf(timeZone, clocks);
  if (clock === undefined) return undefined;
  const inWeek = (span: Span, minutes: number) =>
    (instantOf(start + (span.day * 1440 + minutes) * minuteMs, clock) - start) / minuteMs;
  const given = new Uint8Array(quarterBytes);
  for (const span of spans) {
    for (const [from, to] of wrapped(inWeek(span, span.from), inWeek(span, span.to))) {
      // A quarter hour counts where all of it was given.
      for (let at = Math.ceil(from / 15); at < Math.floor(to / 15); at += 1)
        given[at >> 3] = (given[at >> 3] ?? 0) | (1 << (at & 7));
    }
  }
  return given;
}

/** How far clocks in a zone are ahead of UTC, in ms. */
type Clock = (instant: number) => number;

function clockOf(timeZone: string, clocks: Map<string, Clock>): Clock | undefined {
  const known = clocks.get(timeZone);
  if (known) return known;
  if (!isTimeZone(timeZone)) return undefined;
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  // People give the same hours again and again, and asking a formatter takes long.
  const asked = new Map<number, number>();
  const clock = (instant: number) => {
    const offset = asked.get(instant) ?? offsetAt(instant, format);
    asked.set(instant, offset);
    return offset;
  };
  clocks.set(timeZone, clock);
  return clock;
}

/** The instant at which clocks in a zone show a local time, given as if it were UTC. */
function instantOf(local: number, clock: Clock): number {
  const guess = local - clock(local);
  return local - clock(guess);
}

function offsetAt(instant: number, format: Intl.DateTimeFormat): number {
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours = "0", minutes = "0"] = /GMT([+-])(\d{2}):(\d{2})/u.exec(name) ?? [];
  const minutesEast = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return minutesEast * minuteMs;
}

/** Brings a stretch into the week; what runs over the end of the week comes round at its beginning. */
function wrapped(from: number, to: number): Array<readonly [number, number]> {
  const length = Math.min(to - from, weekMinutes);
  const first = ((from % weekMinutes) + weekMinutes) % weekMinutes;
  const end = first + length;
  if (length <= 0) return [];
  return end <= weekMinutes
    ? [[first, end]]
    : [
        [first, weekMinutes],
        [0, end - weekMinutes],
      ];
}

function common(a: Uint8Array, b: Uint8Array): number {
  let count = 0;
  a.forEach((bits, byte) => {
    for (let both = bits & (b[byte] ?? 0); both !== 0; both &= both - 1) count += 1;
  });
  return count;
}
