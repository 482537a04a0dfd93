/** What has to be so before an account is erased. */
import { type Instant, minute } from "../../../../values/instant.ts";

/** A sign-in this young is a fresh one: whoever finds an open screen erases nobody. */
export const freshMs = 15 * minute;

/** True where somebody signed in a moment ago. */
export function isFresh(signedInAt: Instant, now: Instant): boolean {
  return now - signedInAt <= freshMs;
}

/** Why an account was not erased. `text.ts` has one sentence for each. */
export type EraseRefusal = "not-fresh" | "not-signed" | "began-anew" | "last-manager" | "contact" | "erased";
