/** Sealed, one's own log: what a person chose for their own eyes. */
import * as z from "zod/mini";
import { SessionId } from "../../../values/id.ts";
import { plainLine } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";
import { longestName } from "./rules.ts";

/** A card is shown no more, or again. */
export const CardHidden = defineEvent(
  "choices.card",
  1,
  z.strictObject({ card: plainLine(longestName), hidden: z.boolean() }),
);
/** A kind of nudge comes no more, or again. */
export const NudgeMuted = defineEvent(
  "choices.nudge",
  1,
  z.strictObject({ nudge: plainLine(longestName), muted: z.boolean() }),
);
/** Quiet during a session. */
export const QuietChosen = defineEvent("choices.quiet", 1, z.strictObject({ sessionId: z.optional(SessionId) }));

/** Every event of choices. */
export const choicesEvents = [CardHidden, NudgeMuted, QuietChosen] as const;
