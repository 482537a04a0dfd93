/** Erasing one's account. */
import * as z from "zod/mini";
import { operation } from "../../../../values/operation.ts";
import { Change, ChangeId } from "../../addresses/schema.ts";

/**
 * Erases the caller's account, at once and for good. Whoever has keys signs it with them, so that nobody who merely reads their mail can
 * do this: "not-signed"; nor within a week of beginning anew: "began-anew". Whoever has none needs a new sign-in: "not-fresh" where it
 * is older than a quarter of an hour.
 * "last-manager": a programme would be without a manager. "contact": a programme names them for concerns.
 */
export const EraseAccount = operation({
  id: "eraseAccount",
  method: "POST",
  path: "/me/erasure",
  summary: "Erase one's account",
  body: z.strictObject({ id: ChangeId, change: Change }),
  answer: z.object({ erased: z.literal(true) }),
  refusals: ["not-fresh", "not-signed", "began-anew", "last-manager", "contact", "erased"],
});
