/** Who may manage together, and how long an invitation to do so lives. */
import { dayLength } from "../../../values/instant.ts";

/** How many days an invitation to manage can be used. */
export const managerInvitationDays = 7;
/** The same in milliseconds. */
export const managerInvitationLifeMs = managerInvitationDays * dayLength;

/** Why somebody cannot be taken out. `text.ts` has one sentence for each. */
export type RemovalRefusal = "last-manager" | "no-manager";

/** Decides whether a manager can be taken out, by anyone or by themselves; `undefined` means that they can. */
export function refuseRemoval(accountId: string, managers: ReadonlyArray<string>): RemovalRefusal | undefined {
  if (!managers.includes(accountId)) return "no-manager";
  return managers.length === 1 ? "last-manager" : undefined;
}
