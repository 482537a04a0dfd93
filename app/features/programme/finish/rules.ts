/** When a programme finishes, and until when that can be taken back. Rooms have no part in it. */
import { addDays, type Day, dayIn } from "../../../values/day.ts";
import { dayLength, type Instant, later } from "../../../values/instant.ts";

/** Why a programme cannot be ended as asked, or its end not be taken back. `text.ts` has one sentence for each. */
export type FinishRefusal = "draft" | "finished" | "not-ahead" | "too-late";

/** A day ahead is within so many days. */
export const mostDaysAhead = 730;
/** For how many days people read on Home that a programme has ended. */
const shownDays = 60;

/** Decides whether a programme may end, now (`null`) or after a last day; `undefined` means that it may. A planned end may be moved. */
export function refuseFinish(
  { isDraft, finishesAt }: { readonly isDraft: boolean; readonly finishesAt: Instant | null },
  lastDay: Day | null,
  now: Instant,
): Exclude<FinishRefusal, "too-late"> | undefined {
  if (isDraft) return "draft";
  if (hasFinished(finishesAt, now)) return "finished";
  if (lastDay === null) return undefined;
  const today = dayIn(now, "UTC");
  return lastDay < today || lastDay > addDays(today, mostDaysAhead) ? "not-ahead" : undefined;
}

/** The moment of the end: now, or when the last day is over (UTC). */
export function finishOf(lastDay: Day | null, now: Instant): Instant {
  return lastDay === null ? now : later(now, Date.parse(addDays(lastDay, 1)) - now);
}

/** Whether a programme has ended. */
export function hasFinished(finishesAt: Instant | null, now: number): boolean {
  return finishesAt !== null && finishesAt <= now;
}

/** Until when an end can be taken back; then people are told by mail, and what is open closes for good. */
export function takenBackUntil(finishesAt: Instant): Instant {
  return later(finishesAt, dayLength);
}

/** The last day of a programme. */
export function lastDayOf(finishesAt: Instant): Day {
  return dayIn(finishesAt - 1, "UTC");
}

/** Whether Home still says it. */
export function isShownOnHome(finishesAt: number, now: number): boolean {
  return now < finishesAt + shownDays * dayLength;
}
