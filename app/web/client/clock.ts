/** A time of day as the reader writes it. */
import { formatTime } from "./format.ts";

/** "14:00" of minutes after midnight: on no day, in no zone. */
export function formatClock(minutes: number): string {
  return formatTime(minutes * 60_000, "UTC");
}
