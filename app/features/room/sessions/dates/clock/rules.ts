/** What a time control takes. */
import { inFigures } from "../../../../../values/clock.ts";
import type { Instant } from "../../../../../values/instant.ts";
import { wallTime } from "../../../../../values/zoned.ts";

/** What a time control takes for an instant, in a zone: "14:30". */
export function timeOf(instant: Instant, timeZone: string): string {
  return inFigures(wallTime(instant, timeZone).minutes);
}
