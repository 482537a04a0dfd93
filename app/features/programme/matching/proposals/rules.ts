/** When a suggestion is open, and what may be said to it. */
import { dayLength, type Instant, later } from "../../../../values/instant.ts";

/** People who have not answered are reminded once, this long before it closes. */
export const reminderDaysBefore = 2;

/**
 * When a suggestion closes that is made now, in a programme that gives so many days for the answer. It keeps this day, whatever the
 * programme chooses later. Unless both say yes it closes at this moment and at no other, whatever was answered:
 * so nobody can read an answer from when it closed (P86). A conflict, a step back and a leaving close it sooner; none of them is an answer.
 */
export function closesAt(now: Instant, suggestionDays: number): Instant {
  return later(now, suggestionDays * dayLength);
}

/**
 * How long two people rest from each other after a suggestion that did not come about. "Not this one" lasts; no answer was "not this time",
 * and rests as long as it takes that the two cannot be told apart in the rounds that follow.
 */
export const restDays = 60;

/** Suggestions that closed after this moment still rest. */
export function restingSince(now: Instant): Instant {
  return later(now, -restDays * dayLength);
}

/** When those who have not answered are reminded. */
export function remindAt(closing: Instant): Instant {
  return later(closing, -reminderDaysBefore * dayLength);
}

/** What somebody may say: yes, or not this one. */
export type Answer = "yes" | "no";

/** Why an answer does not count. `text.ts` has one sentence for each. */
export type AnswerRefusal = "answered" | "closed";
