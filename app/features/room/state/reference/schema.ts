/** Sealed: how an event names an item of the other that it answers. */
import * as z from "zod/mini";
import { ItemId } from "../../../../values/id.ts";
import { plainText } from "../../../../values/text.ts";
import { longestWords } from "./rules.ts";

/** The id of an item, and the hash of its sealed bytes; empty for an item of one's own that is not sent yet. */
export const reference = z.strictObject({ id: ItemId, hash: z.string().check(z.regex(/^(?:[0-9a-f]{64})?$/)) });

/** Words of a note that has a form. */
export const words = plainText(longestWords);

/** Words that answer an item of the other's. */
export const answerInWords = z.strictObject({ to: reference, text: words });
