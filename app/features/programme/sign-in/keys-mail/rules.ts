/** The mail about a new way in, as work to be done once. */
import type { AccountId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";

/** How these mails are called among jobs. */
export const kind = "keys-mail";

/** What was added, and to whom. `which` names it, so that the same is told once. */
export interface WayAdded {
  readonly accountId: AccountId;
  readonly what: "device" | "passkey";
  readonly which: string;
}

/** What to lay down in the transaction that adds it. */
export function keysMailJob(now: Instant, { accountId, what, which }: WayAdded) {
  const effectKey = `${kind}:${what}:${accountId}:${which}`;
  return { kind, effectKey, payload: { accountId, what, at: now }, runAt: now };
}
