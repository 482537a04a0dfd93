/** Sealed: notes marked as a challenge. */
import * as z from "zod/mini";
import { ItemId } from "../../../values/id.ts";
import { defineEvent } from "../state/schema.ts";

/** A note is marked as a challenge, or no longer. */
export const ChallengeMarked = defineEvent(
  "challenges.marked",
  1,
  z.strictObject({ note: ItemId, challenge: z.boolean() }),
);

/** Every event of challenges. */
export const challengesEvents = [ChallengeMarked] as const;
