/** Mails about a new way in: laying them down, and whom they go to. */
import type { Chance } from "../../../../server/chance.ts";
import type { Reader, Writer } from "../../../../server/database/database.ts";
import { addJob } from "../../../../server/jobs/table.ts";
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

/** Lays the mail down, in the transaction that adds it. */
export async function addKeysMail(
  writer: Writer,
  chance: Chance,
  now: Instant,
  { accountId, what, which }: WayAdded,
): Promise<void> {
  const effectKey = `${kind}:${what}:${accountId}:${which}`;
  await addJob(writer, chance, now, { kind, effectKey, payload: { accountId, what, at: now }, runAt: now });
}

/** Name and address of an account that is still there. */
export function findAccount(
  read: Reader,
  accountId: AccountId,
): Promise<{ readonly name: string; readonly email: string } | undefined> {
  return read.selectFrom("account").select(["name", "email"]).where("id", "=", accountId).executeTakeFirst();
}
