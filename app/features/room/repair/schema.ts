/** Sealed: putting things right; in one's own log, a concern kept for later. */
import * as z from "zod/mini";
import { LogId, SessionId } from "../../../values/id.ts";
import { reference, words } from "../state/reference/schema.ts";
import { defineEvent } from "../state/schema.ts";
import { goings } from "./rules.ts";

const sessionId = z.optional(SessionId);

/** A mistake is owned. */
export const MistakeOwned = defineEvent(
  "repair.owned",
  1,
  z.strictObject({ what: words, effect: words, now: words, sessionId }),
  { searched: ({ what, effect, now }) => `${what} ${effect} ${now}` },
);
/** Something is bothering someone. */
export const ConcernRaised = defineEvent("repair.raised", 1, z.strictObject({ text: words, sessionId }), {
  searched: ({ text }) => text,
});
/** A confidence was broken. */
export const ConfidenceBroken = defineEvent(
  "repair.broken",
  1,
  z.strictObject({ mine: z.boolean(), facts: words, sorry: words, help: words }),
  { searched: ({ facts }) => facts },
);
/** The owner of the story decided about going on. */
export const GoingDecided = defineEvent("repair.decided", 1, z.strictObject({ to: reference, going: z.enum(goings) }));

/** Every event of repair in a room. */
export const repairEvents = [MistakeOwned, ConcernRaised, ConfidenceBroken, GoingDecided] as const;

/** A concern kept for later. */
export const ConcernKept = defineEvent("repair.kept", 1, z.strictObject({ roomId: LogId, text: words }));

/** Every event of repair in one's own log. */
export const ownRepairEvents = [ConcernKept] as const;
