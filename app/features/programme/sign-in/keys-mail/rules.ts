/** The mail about a way in, as work to be done once. */
import type { AccountId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";

/** What becomes of a way in: a device or a passkey added, a device taken out, or signed out because it was lost. */
export const changedWays = ["device", "device-out", "device-lost", "passkey"] as const;
/** One of them. */
export type ChangedWay = (typeof changedWays)[number];

/** How these mails are called among jobs. */
export const kind = "keys-mail";

/** What was added, or taken out, and whose it is. `which` names it, so that the same is told once. */
export interface WayChanged {
  readonly accountId: AccountId;
  readonly what: ChangedWay;
  readonly which: string;
}

/** What to lay down in the transaction that adds it. */
export function keysMailJob(now: Instant, { accountId, what, which }: WayChanged) {
  const effectKey = `${kind}:${what}:${accountId}:${which}`;
  return { kind, effectKey, payload: { accountId, what, at: now }, runAt: now };
}
