/** Erasing one's account. */
import * as z from "zod/mini";
import { operation } from "../../../../values/operation.ts";

/**
 * Erases the caller's account, at once and for good. "not-fresh": the sign-in is older than a quarter of an hour.
 * "last-manager": a programme would be without a manager. "contact": a programme names them for concerns.
 */
export const EraseAccount = operation({
  id: "eraseAccount",
  method: "POST",
  path: "/me/erasure",
  summary: "Erase one's account",
  answer: z.object({ erased: z.literal(true) }),
  refusals: ["not-fresh", "last-manager", "contact", "erased"],
});
