/** The quiet hours of the agreement: between two clock times nothing of Oakroom's asks for anything, by each one's own clock (P12). */
import { minutesOf } from "../../../../values/clock.ts";
import type { PartContents, QuietHours } from "../rules.ts";

/**
 * The two times that a device keeps to. Where the two agreed on words alone, the two clock times in them count, as far as there are two:
 * "20:00 to 8:00", "from 20 until 7.30".
 */
export function quietHoursOf({ quiet, quietHours }: PartContents["reply"]): QuietHours | undefined {
  return quiet ?? quietHoursIn(quietHours);
}

function quietHoursIn(words: string): QuietHours | undefined {
  const times = [...words.matchAll(/\b(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?\b/gi)].map(([, hours, minutes, half]) => {
    const hour = (Number(hours) % (half ? 12 : 24)) + (half?.toLowerCase() === "pm" ? 12 : 0);
    return hour * 60 + Number(minutes ?? 0);
  });
  const [from, to] = times;
  return times.length === 2 && from !== undefined && to !== undefined && from !== to ? { from, to } : undefined;
}

/** The hours of two time fields: none where both are empty; a time by itself, or one twice, is no pair of hours. */
export function readQuietHours(from: string, to: string): QuietHours | "none" | "not-both" {
  const [first, last] = [minutesOf(from), minutesOf(to)];
  if (first === undefined && last === undefined) return "none";
  return first === undefined || last === undefined || first === last ? "not-both" : { from: first, to: last };
}
