/** What may happen to a pair, and when. Pausing, going on and ending need nobody's leave and no reason. */
import { dayLength, type Instant } from "../../../values/instant.ts";

/** A pair's state as managers read it: one of which somebody left ends on its day, whatever it was before. */
export type ShownState = "live" | "paused" | "leaving" | "ended";

/** The state that managers read of a pair. */
export function shownState({
  state,
  leaving,
}: {
  readonly state: "live" | "paused" | "ended";
  readonly leaving: object | null;
}): ShownState {
  return state !== "ended" && leaving !== null ? "leaving" : state;
}

/** Why the other person is not reminded. */
export type RemindRefusal = "ended" | "paused" | "reminded-lately";

/** One neutral reminder in two days is enough. */
export const remindEveryMs = 2 * dayLength;

/** Decides whether the other person may be reminded that the room is open; `undefined` means yes. Nobody is, in a pause (P112). */
export function refuseReminder(
  state: "live" | "paused" | "ended",
  remindedAt: Instant | null,
  now: Instant,
): RemindRefusal | undefined {
  if (state !== "live") return state;
  if (remindedAt !== null && now - remindedAt < remindEveryMs) return "reminded-lately";
  return undefined;
}
