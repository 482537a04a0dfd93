/** Whom to tell that a room goes. */
import type { Reader } from "../../../../server/database/database.ts";
import type { AccountId, LogId } from "../../../../values/id.ts";

/** Names and addresses of the two whose room this is, without people who erased their account: for mails alone. */
export function findBoth(
  read: Reader,
  logId: LogId,
): Promise<ReadonlyArray<{ readonly accountId: AccountId; readonly name: string; readonly email: string }>> {
  return read
    .selectFrom("log_member")
    .innerJoin("account", "account.id", "log_member.account_id")
    .select(["account.id as accountId", "account.name", "account.email"])
    .where("log_member.log_id", "=", logId)
    .where("account.email", "!=", "")
    .orderBy("account.id")
    .execute();
}
