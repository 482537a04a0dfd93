/** What a time control gives and takes. */
import type { Instant } from "../../../../../values/instant.ts";
import { wallTime } from "../../../../../values/zoned.ts";

/** Minutes after midnight of what a time control gives: "14:30". */
export function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** What a time control takes for an instant, in a zone: "14:30". */
export function timeOf(instant: Instant, timeZone: string): string {
  const { minutes } = wallTime(instant, timeZone);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
