/** A stretch of a week in someone's own zone. */
export interface Span {
  /** 0 is Monday. */
  readonly day: number;
  /** Minutes from midnight. */
  readonly from: number;
  /** Minutes from the same midnight; above 1440 when it runs into the next day. */
  readonly to: number;
}

/** Why hours cannot be read. */
export type AvailabilityRefusal =
  | "nothing-written"
  | "day-not-known"
  | "time-not-known"
  | "no-length"
  | "not-understood";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const fullNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const longest = 300;

/**
 * Reads hours such as `Mon-Thu 12:00-14:00` or `Tue,Thu 14:00-18:00; Fri 9:00-12:00`.
 * A stretch that ends before it starts runs past midnight.
 */
export function readAvailability(text: string): ReadonlyArray<Span> | AvailabilityRefusal {
  const spans: Span[] = [];
  if (text.length > longest) return "not-understood";
  const parts = text
    .split(/[;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length === 0) return "nothing-written";
  for (const part of parts) {
    const [, dayPart, timePart] = /^([^\d]+?)\s+(\d.*)$/u.exec(part) ?? [];
    if (dayPart === undefined || timePart === undefined) return "not-understood";
    const onDays = readDays(dayPart);
    if (typeof onDays === "string") return onDays;
    const times = readTimes(timePart);
    if (typeof times === "string") return times;
    for (const day of onDays) for (const time of times) spans.push({ day, ...time });
  }
  return spans;
}

/** Says why hours cannot be read; `undefined` means that they can. */
export function refuseAvailability(text: string): AvailabilityRefusal | undefined {
  const read = readAvailability(text);
  return typeof read === "string" ? read : undefined;
}

function readDays(text: string): ReadonlyArray<number> | AvailabilityRefusal {
  const found = new Set<number>();
  for (const part of text.split(",")) {
    const [first, last, more] = part.split(/[-–—]/u).map(dayOf);
    if (first === undefined || first < 0 || more !== undefined || (last !== undefined && last < 0))
      return "day-not-known";
    for (let day = first; ; day = (day + 1) % 7) {
      found.add(day);
      if (day === (last ?? first)) break;
    }
  }
  return [...found].toSorted((a, b) => a - b);
}

function dayOf(text: string): number {
  const name = text.trim().toLowerCase().replace(/\.$/u, "");
  return Math.max(days.indexOf(name), fullNames.indexOf(name));
}

function readTimes(text: string): ReadonlyArray<Pick<Span, "from" | "to">> | AvailabilityRefusal {
  const times: Array<Pick<Span, "from" | "to">> = [];
  for (const part of text.split(",")) {
    const [, fromText, toText] = /^\s*(\d{1,2}:\d{2})\s*[-–—]\s*(\d{1,2}:\d{2})\s*$/u.exec(part) ?? [];
    if (fromText === undefined || toText === undefined) return "time-not-known";
    const [from, to] = [minutesOf(fromText), minutesOf(toText)];
    if (from === undefined || to === undefined || from === 1440) return "time-not-known";
    if (from === to) return "no-length";
    times.push({ from, to: to > from ? to : to + 1440 });
  }
  return times;
}

function minutesOf(text: string): number | undefined {
  const [hours = Number.NaN, minutes = Number.NaN] = text.split(":").map(Number);
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= 1440 ? total : undefined;
}
