/** Whether a mail may go out now: kinds muted, hours without mail, quiet until a day. What its reader chose decides, and nobody else. */
import { addDays, type Day } from "../../../values/day.ts";
import type { Instant } from "../../../values/instant.ts";
import { instantAt, wallTime } from "../../../values/zoned.ts";

/** The kinds of mails that follow from open dates; each can be muted by itself. */
export const mailKinds = ["session", "first", "gap", "review", "ending"] as const;
/** One kind of mail. */
export type MailKind = (typeof mailKinds)[number];

/** What a mail can be muted as: its kind, or the wake-ups that their owner switched on. */
export const mutableKinds = [...mailKinds, "wake-ups"] as const;
/** What a mail can be muted as. */
export type MutableKind = (typeof mutableKinds)[number];

/** Mails that have no hour of their own come at nine in the morning, by their reader's clock. */
export const mailMinutes = 9 * 60;

/** As many wake-up days wait at most, and no further ahead than this. */
export const mostWakeUps = 30;
/** As many wake-up days wait at most, and no further ahead than this. */
export const furthestWakeUpDays = 90;

/** Which mails somebody wants, and when. */
export interface MailChoices {
  readonly muted: ReadonlyArray<MailKind>;
  /** No mail between these, in minutes after midnight; over midnight where `from` is the later one. */
  readonly hours: { readonly from: number; readonly to: number } | null;
  readonly timeZone: string;
  /** Mails come again on this day. */
  readonly quietUntil: Day | null;
  readonly wakeUps: boolean;
  /** The days of the week on which they work, 1 (Monday) to 7; never empty. */
  readonly workDays: ReadonlyArray<number>;
  /** Spans of days on which they do not: holidays, leave. */
  readonly daysOff: ReadonlyArray<DaysOff>;
}

/** A span of days off, both ends included. */
export interface DaysOff {
  readonly from: Day;
  readonly to: Day;
}

/** So many spans of days off are kept at most. */
export const mostDaysOff = 20;

/** Why settings cannot be kept. */
export type MailRefusal = "no-work-day" | "quiet-in-the-past";

/** What is wrong with settings that somebody would keep; nothing where all is well. A day of before that was kept once may stay. */
export function refuseSettings(
  { workDays, quietUntil }: Pick<MailChoices, "workDays" | "quietUntil">,
  kept: Day | null,
  today: Day,
): ReadonlyArray<MailRefusal> {
  const isPast = quietUntil !== null && quietUntil < today && quietUntil !== kept;
  return [
    ...(isPast ? (["quiet-in-the-past"] as const) : []),
    ...(workDays.length === 0 ? (["no-work-day"] as const) : []),
  ];
}

/** How far a working day is looked for: a longer absence is no reason to say nothing for good. */
const furthestDays = 400;
/** A reminder comes so many days sooner at most: before that it would be forgotten. */
const soonestDays = 5;

/** Whether somebody works on a day. */
export function isWorkDay({ workDays, daysOff }: Pick<MailChoices, "workDays" | "daysOff">, day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return workDays.includes(weekday) && !daysOff.some(({ from, to }) => from <= day && day <= to);
}

/** Whether somebody works on the day that it is for them at a moment: nudges wait until then, in the app as in mails. */
export function worksAt(choices: Pick<MailChoices, "workDays" | "daysOff" | "timeZone">, now: Instant): boolean {
  return isWorkDay(choices, wallTime(now, choices.timeZone).day);
}

/** The first working day on or after a day. */
export function nextWorkDay(choices: Pick<MailChoices, "workDays" | "daysOff">, day: Day): Day {
  for (let at = day, step = 0; step < furthestDays; at = addDays(at, 1), step += 1)
    if (isWorkDay(choices, at)) return at;
  return day;
}

/** The same hour on the last working day on or before a moment, by the reader's clock; the moment itself where that lies too far back. */
export function onWorkDay(choices: MailChoices, due: Instant): Instant {
  const { day, minutes } = wallTime(due, choices.timeZone);
  for (let step = 0; step <= soonestDays; step += 1) {
    const at = addDays(day, -step);
    if (isWorkDay(choices, at)) return step === 0 ? due : instantAt(at, minutes, choices.timeZone).instant;
  }
  return due;
}

/** When a nudge may go out: as a mail may, and on a working day of its reader. */
export function whenToNudge(choices: MailChoices, kind: MutableKind, now: Instant): Instant | "never" {
  const when = whenToMail(choices, kind, now);
  if (when === "never") return when;
  const { day } = wallTime(when, choices.timeZone);
  const free = nextWorkDay(choices, day);
  return free === day ? when : afterHours(choices, free, mailMinutes);
}

/** When a mail may go out: now, at a later instant, or never, because its kind is muted. */
export function whenToMail(choices: MailChoices, kind: MutableKind, now: Instant): Instant | "never" {
  if (kind === "wake-ups" ? !choices.wakeUps : choices.muted.includes(kind)) return "never";
  const { day, minutes } = wallTime(now, choices.timeZone);
  if (choices.quietUntil !== null && day < choices.quietUntil)
    return afterHours(choices, choices.quietUntil, mailMinutes);
  const end = endOfHours(choices.hours, minutes);
  return end === undefined ? now : instantAt(addDays(day, end.nextDay ? 1 : 0), end.minutes, choices.timeZone).instant;
}

/** Nine in the morning on a day, or when the hours without mail end. */
function afterHours({ hours, timeZone }: MailChoices, day: Day, minutes: number): Instant {
  const end = endOfHours(hours, minutes);
  return instantAt(addDays(day, end?.nextDay ? 1 : 0), end?.minutes ?? minutes, timeZone).instant;
}

/** The next morning of a working day at which a nudge may go out: one a day is enough. */
export function nextMorning(choices: MailChoices, now: Instant): Instant {
  return afterHours(choices, nextWorkDay(choices, addDays(wallTime(now, choices.timeZone).day, 1)), mailMinutes);
}

function endOfHours(
  hours: MailChoices["hours"],
  minutes: number,
): { readonly minutes: number; readonly nextDay: boolean } | undefined {
  if (!hours || hours.from === hours.to) return undefined;
  const { from, to } = hours;
  const isWithin = from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
  return isWithin ? { minutes: to, nextDay: from > to && minutes >= from } : undefined;
}
