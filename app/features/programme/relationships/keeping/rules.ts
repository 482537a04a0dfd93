/** Until when the room of a pair that has ended is kept. */
import { addDays, type Day } from "../../../../values/day.ts";

/** The last day on which the room of a pair that ended on a day is kept; `undefined` where nobody limits it, or it is over. */
export function keptUntil(endedOn: Day | null, keptDays: number | undefined, today: Day): Day | undefined {
  if (endedOn === null || keptDays === undefined) return undefined;
  const until = addDays(endedOn, keptDays);
  return until >= today ? until : undefined;
}
