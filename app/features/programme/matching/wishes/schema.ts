/** One's own wishes for the matching. No other operation tells anything of them. */
import * as z from "zod/mini";
import { ProgrammeId } from "../../../../values/id.ts";
import { operation } from "../../../../values/operation.ts";
import { plainLine } from "../../../../values/text.ts";

/** As many as a form could ever hold; the rules allow fewer. */
const mostAtAll = 40;
const Addresses = z.array(plainLine(254)).check(z.maxLength(mostAtAll));

const params = z.strictObject({ programmeId: ProgrammeId });

/** What the caller wrote: nobody else can ask. */
export const ReadMyWishes = operation({
  id: "readMyWishes",
  method: "GET",
  path: "/programmes/:programmeId/matching/wishes",
  summary: "Whom the caller wishes for and would rather not be put together with",
  params,
  answer: z.object({ programmeName: z.string(), wished: z.array(z.string()), avoided: z.array(z.string()) }),
});
/** What the caller wrote. */
export type MyWishes = z.infer<typeof ReadMyWishes.answer>;

/** Keeps both lists, in place of what was there. The answer is the same whether or not somebody of that address is in the programme. */
export const SaveMyWishes = operation({
  id: "saveMyWishes",
  method: "PUT",
  path: "/programmes/:programmeId/matching/wishes",
  summary: "Keep whom the caller wishes for and would rather not be put together with",
  params,
  body: z.strictObject({ wished: Addresses, avoided: Addresses }),
  refusals: ["too-many-wished", "too-many-avoided", "no-address", "named-twice"],
});
