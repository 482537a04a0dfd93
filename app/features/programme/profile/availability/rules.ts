/** Weekly hours as people write them: `Mon-Thu 12:00-14:00; Sat 9-12`. */

/** Monday is 1, Sunday 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The same hours on some days of the week, in the person's own zone. */
export interface Window {
  /** In order, each once, at least one. */
  readonly days: ReadonlyArray<Weekday>;
  /** `09:00`. */
  readonly from: string;
  /** `17:00`, after `from`; `24:00` is midnight. */
  readonly to: string;
}

/** All days of a week, Monday first. */
export const weekdays: ReadonlyArray<Weekday> = [1, 2, 3, 4, 5, 6, 7];
const shortNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const most = 300;

const day = String.raw`(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?`;
const days = String.raw`(?:${day}(?: ?- ?${day})?(?: ?(?:,|&|/|and) ?${day}(?: ?- ?${day})?)*|daily|every day|weekdays|weekends?)`;
const time = String.raw`\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?`;
const window = new RegExp(String.raw`^(${days}),?:? (${time}) ?(?:-|to) ?(${time})`, "i");
const between = /^(?:\s*(?:;|,|\band\b)\s*|\s+)/i;

/** Reads weekly hours; empty text gives none, `undefined` means that it cannot be read. Nothing is guessed. */
export function readAvailability(text: string): ReadonlyArray<Window> | undefined {
  if (text.length > most) return undefined;
  let rest = text.replaceAll(/[–—]/gu, "-").replaceAll(/\s+/gu, " ").trim();
  const read: Window[] = [];
  while (rest !== "") {
    const found = window.exec(rest);
    const one = found && readWindow(found[1] ?? "", found[2] ?? "", found[3] ?? "");
    if (!found || !one) return undefined;
    read.push(one);
    rest = rest.slice(found[0].length);
    const gap = between.exec(rest);
    if (rest !== "" && !gap) return undefined;
    rest = rest.slice(gap?.[0].length ?? 0);
  }
  return read;
}

/** Writes weekly hours in the one form that is stored and handed to matching. */
export function writeAvailability(windows: ReadonlyArray<Window>): string {
  return windows.map(({ days: on, from, to }) => `${writeDays(on)} ${from}-${to}`).join("; ");
}

/** What keeps a window from being used. */
export type WindowRefusal = "no-day" | "ends-before-it-begins";

/** Decides whether a window can be used; `undefined` means that it can. */
export function refuseWindow({ days: on, from, to }: Window): WindowRefusal | undefined {
  if (on.length === 0) return "no-day";
  return from < to ? undefined : "ends-before-it-begins";
}

function readWindow(dayText: string, fromText: string, toText: string): Window | undefined {
  const on = readDays(dayText.toLowerCase());
  const to = readTime(toText);
  // "9-11am" means nine in the morning: the half of the day may stand at the end alone.
  const half = /[ap]m$/i.exec(toText)?.[0];
  const from = readTime(
    half && !/[ap]m$/i.test(fromText)
      ? (readTime(fromText + half) ?? "") < (to ?? "")
        ? fromText + half
        : fromText
      : fromText,
  );
  if (!on || !from || !to) return undefined;
  const read = { days: on, from, to };
  return refuseWindow(read) ? undefined : read;
}

function readDays(text: string): ReadonlyArray<Weekday> | undefined {
  if (text === "daily" || text === "every day") return weekdays;
  if (text === "weekdays") return [1, 2, 3, 4, 5];
  if (text.startsWith("weekend")) return [6, 7];
  const on = new Set<Weekday>();
  for (const part of text.split(/,|&|\/|\band\b/)) {
    const [first, last] = part
      .split("-")
      .map((name) => shortNames.findIndex((short) => name.trim().startsWith(short.toLowerCase())));
    if (first === undefined || first < 0 || (last ?? first) < first) return undefined;
    for (const one of weekdays.slice(first, (last ?? first) + 1)) on.add(one);
  }
  return [...on].toSorted((a, b) => a - b);
}

function readTime(text: string): string | undefined {
  const [, hourText = "", minuteText = "00", half] = /^(\d{1,2})(?:[:.](\d\d))?(?: ?([ap]m))?$/i.exec(text) ?? [];
  const read = Number(hourText);
  if (hourText === "" || Number(minuteText) > 59 || (half && (read < 1 || read > 12))) return undefined;
  const hour = half ? (read % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : read;
  if (hour > 24 || (hour === 24 && minuteText !== "00")) return undefined;
  return `${String(hour).padStart(2, "0")}:${minuteText}`;
}

/** `Mon-Thu` for three days and more in a row, `Tue,Thu` otherwise. */
function writeDays(on: ReadonlyArray<Weekday>): string {
  const runs: Weekday[][] = [];
  for (const one of on.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.at(-1) === one - 1) run.push(one);
    else runs.push([one]);
  }
  const name = (one: Weekday | undefined) => shortNames[(one ?? 1) - 1] ?? "";
  return runs.flatMap((run) => (run.length > 2 ? [`${name(run[0])}-${name(run.at(-1))}`] : run.map(name))).join(",");
}
