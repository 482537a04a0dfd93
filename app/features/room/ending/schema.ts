/** Sealed: a good ending. */
import * as z from "zod/mini";
import { Day } from "../../../values/day.ts";
import { AccountId } from "../../../values/id.ts";
import { plainText } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";
import { contacts, longestFarewell } from "./rules.ts";

const words = plainText(longestFarewell);

/** A day is planned, or taken back. */
export const EndingPlanned = defineEvent("ending.planned", 1, z.strictObject({ on: z.nullable(Day) }));
/** What somebody says at the end. */
export const FarewellSaid = defineEvent(
  "ending.said",
  1,
  z.strictObject({
    learned: words,
    give: words,
    wish: words,
    thanks: words,
    contact: z.optional(z.enum(contacts)),
    first: z.optional(AccountId),
  }),
  { searched: ({ learned, give, wish, thanks }) => `${learned} ${give} ${wish} ${thanks}` },
);

/** A yes to keeping all that its author wrote here, or a no. */
export const MayKeep = defineEvent("ending.may-keep", 1, z.strictObject({ may: z.boolean() }));

/** Every event of the ending. */
export const endingEvents = [EndingPlanned, FarewellSaid, MayKeep] as const;
