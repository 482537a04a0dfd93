/** What may happen to a pair, and when. Pausing, going on and ending need nobody's leave and no reason. */
import { dayLength, type Instant } from "../../../values/instant.ts";

/** Why the other person is not reminded. */
export type RemindRefusal = "ended" | "reminded-lately";

/** One neutral reminder in two days is enough. */
export const remindEveryMs = 2 * dayLength;

/** Decides whether the other person may be reminded that the room is open; `undefined` means yes. */
export function refuseReminder(
  state: "live" | "paused" | "ended",
  remindedAt: Instant | null,
  now: Instant,
): RemindRefusal | undefined {
  if (state === "ended") return "ended";
  if (remindedAt !== null && now - remindedAt < remindEveryMs) return "reminded-lately";
  return undefined;
}

/** Somebody to whom people turn with a concern. */
export interface ContactOf {
  readonly name: string;
  readonly email: string;
}

/**
 * The contacts for concerns of somebody whose pairs all have the same ones, the living pairs first; `undefined` where they differ or
 * there are none: then each pair's own page names them.
 */
export function sharedContacts(
  pairs: ReadonlyArray<{ readonly state: "live" | "paused" | "ended"; readonly contacts: ReadonlyArray<ContactOf> }>,
): readonly [ContactOf, ContactOf] | undefined {
  const living = pairs.filter(({ state }) => state !== "ended");
  const asked = living.length > 0 ? living : pairs;
  const [one, two] = asked[0]?.contacts ?? [];
  if (!one || !two) return undefined;
  const same = (contacts: ReadonlyArray<ContactOf>) =>
    contacts.map(({ email }) => email).join(" ") === `${one.email} ${two.email}`;
  return asked.every(({ contacts }) => same(contacts)) ? [one, two] : undefined;
}
