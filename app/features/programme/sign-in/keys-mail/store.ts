/** Whom a mail about a new way in goes to. */
import type { Reader } from "../../../../server/database/database.ts";
import type { AccountId } from "../../../../values/id.ts";

/** Name and address of an account that is still there. */
export function findAccount(
  read: Reader,
  accountId: AccountId,
): Promise<{ readonly name: string; readonly email: string } | undefined> {
  return read.selectFrom("account").select(["name", "email"]).where("id", "=", accountId).executeTakeFirst();
}
