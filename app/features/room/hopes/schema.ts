/** Sealed: cards that turn over together. Commitments and reveals in the room, what waits in one's own log. */
import * as z from "zod/mini";
import { ItemId, LogId } from "../../../values/id.ts";
import { plainText } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";
import { choices, helpKinds, type HopesWords, longestHope, points } from "./rules.ts";

const reveal = z.string().check(z.regex(/^[\w-]+$/), z.maxLength(60_000));

/** A card lies face down. */
export const HopesCommitted = defineEvent(
  "hopes.committed",
  1,
  z.strictObject({ card: ItemId, commitment: z.string().check(z.regex(/^[\w-]{43}$/)) }),
);
/** A card is turned over. */
export const HopesRevealed = defineEvent("hopes.revealed", 1, z.strictObject({ reveal, beside: ItemId }), {
  turns: (turned) => turned,
});
/** Its owner takes a card back. */
export const HopesWithdrawn = defineEvent("hopes.withdrawn", 1, z.strictObject({ card: ItemId }));
/** "We see this differently", or no longer. */
export const HopesDiffered = defineEvent(
  "hopes.differed",
  1,
  z.strictObject({ point: z.enum(points), isMarked: z.boolean() }),
);
/** Every event of the cards in a room. */
export const hopesEvents = [HopesCommitted, HopesRevealed, HopesWithdrawn, HopesDiffered] as const;

/** A card of one's own, with what turns it over. */
export const HopesKept = defineEvent("hopes.kept", 1, z.strictObject({ roomId: LogId, reveal }), {
  turns: (kept) => kept,
});
/** Every event of the cards in one's own log. */
export const ownHopesEvents = [HopesKept] as const;

const answer = plainText(longestHope);

/** Reads what a card says; `undefined` where it says something else. The text was written by whoever committed to it. */
export function readHopes(text: string): HopesWords | undefined {
  const words = z.strictObject({
    hopes: answer,
    wishes: answer,
    worries: answer,
    need: answer,
    offer: answer,
    rhythm: z.enum([...choices.rhythm, ""]),
    between: z.enum([...choices.between, ""]),
    direct: z.enum([...choices.direct, ""]),
    help: z.array(z.enum(helpKinds)).check(z.maxLength(helpKinds.length)),
  });
  try {
    const value: unknown = JSON.parse(text);
    return z.safeParse(words, value).data;
  } catch {
    return undefined;
  }
}
