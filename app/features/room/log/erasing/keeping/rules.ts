/** When a room that has ended is looked at, so that both are told a while before it goes. */
import { dayLength, type Instant, later } from "../../../../../values/instant.ts";
import { goesAt } from "../rules.ts";

/** Both are told so many days before a room goes, and where the operator says nothing yet it is looked at again after as many. */
export const tellDaysBefore = 30;

/** What a look at an ended room finds to do: look again, tell both until when it is kept, or let it go. */
export type Look =
  | { readonly is: "later"; readonly at: Instant; readonly told: Instant | undefined }
  | { readonly is: "tell"; readonly goes: Instant }
  | { readonly is: "drop" };

const tellLength = tellDaysBefore * dayLength;

/** When an ended room is first looked at. */
export function firstLook(closed: Instant, keptDays: number | undefined): Instant {
  return later(goesAt(closed, keptDays) ?? later(closed, 2 * tellLength), -tellLength);
}

/**
 * Decides what to do with a room that was closed at an instant. Whatever the setting says, nobody loses a room without having been told
 * for so long; `told` is when that was.
 */
export function lookAt(
  { closed, told }: { readonly closed: Instant; readonly told: Instant | undefined },
  keptDays: number | undefined,
  now: Instant,
): Look {
  const goes = goesAt(closed, keptDays);
  if (goes === undefined) return { is: "later", at: later(now, tellLength), told: undefined };
  if (goes > later(now, tellLength)) return { is: "later", at: later(goes, -tellLength), told: undefined };
  const earliest = later(told ?? now, tellLength);
  const at = goes > earliest ? goes : earliest;
  if (told === undefined) return { is: "tell", goes: at };
  return at > now ? { is: "later", at, told } : { is: "drop" };
}
