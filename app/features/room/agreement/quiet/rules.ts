/** The quiet hours of the agreement: between two clock times nothing of Oakroom's asks for anything, by each one's own clock (P12). */
import type { Instant } from "../../../../values/instant.ts";
import { wallTime } from "../../../../values/zoned.ts";
import { minutesOf } from "../../sessions/dates/clock/rules.ts";
import type { AgreementState, PartContents, QuietHours } from "../rules.ts";

/**
 * The two times that a device keeps to. Where the two agreed on words alone, the two clock times in them count, as far as there are two:
 * "20:00 to 8:00", "from 20 until 7.30".
 */
export function quietHoursOf({ quiet, quietHours }: PartContents["reply"]): QuietHours | undefined {
  return quiet ?? quietHoursIn(quietHours);
}

/** True within the quiet hours that both said yes to, by the clocks in `timeZone`. */
export function isQuietHour({ parts }: AgreementState, now: Instant, timeZone: string): boolean {
  const agreed = parts.reply?.agreed;
  const hours = agreed?.part === "reply" ? quietHoursOf(agreed.content) : undefined;
  if (!hours) return false;
  const { minutes } = wallTime(now, timeZone);
  const { from, to } = hours;
  return from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}

function quietHoursIn(words: string): QuietHours | undefined {
  const times = [...words.matchAll(/\b(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?\b/gi)].map(([, hours, minutes, half]) => {
    const hour = (Number(hours) % (half ? 12 : 24)) + (half?.toLowerCase() === "pm" ? 12 : 0);
    return hour * 60 + Number(minutes ?? 0);
  });
  const [from, to] = times;
  return times.length === 2 && from !== undefined && to !== undefined && from !== to ? { from, to } : undefined;
}

/** "20:00" of minutes after midnight: as a time field holds it, and as both sign it. */
export function inFigures(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(11, 16);
}

/** The hours of two time fields: none where both are empty; a time by itself, or one twice, is no pair of hours. */
export function readQuietHours(from: string, to: string): QuietHours | "none" | "not-both" {
  const [first, last] = [minutesOf(from), minutesOf(to)];
  if (first === undefined && last === undefined) return "none";
  return first === undefined || last === undefined || first === last ? "not-both" : { from: first, to: last };
}
