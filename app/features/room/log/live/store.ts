/** What live streams read. Every read asks again whether the sign-in record still holds: hints may come late. */
import type { AccountId, LogId, SignInId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { compiled, type Slot } from "../../../../server/database/compiled.ts";
import type { Reader } from "../../../../server/database/database.ts";
import { entryKindOf } from "../rules.ts";

/** The newest running numbers of the logs of these sign-in records. A record that no longer holds is not in the answer. */
export async function newestNumbers(read: Reader, signIns: ReadonlyArray<SignInId>, now: Instant) {
  const rows = await read
    .selectFrom("sign_in")
    .leftJoin("log_member", "log_member.account_id", "sign_in.account_id")
    .leftJoin("log", "log.id", "log_member.log_id")
    .select(["sign_in.id", "log.id as log_id", "log.last_number"])
    .where("sign_in.id", "in", signIns)
    .where("sign_in.revoked_at", "is", null)
    .where("sign_in.expires_at", ">", now)
    .execute();
  const found = new Map<SignInId, Array<{ readonly logId: LogId; readonly lastNumber: number }>>();
  for (const { id, log_id, last_number } of rows) {
    const logs = found.get(id) ?? [];
    if (log_id !== null && last_number !== null) logs.push({ logId: log_id, lastNumber: last_number });
    found.set(id, logs);
  }
  return found;
}

/** Entries after a running number, oldest first; none where the person is not a member, or no longer signed in. */
export async function entriesFor(
  read: Reader,
  person: { readonly accountId: AccountId; readonly signInId: SignInId },
  logId: LogId,
  after: number,
  limit: number,
  now: Instant,
) {
  const rows = await selectFor(read, logId, after, person.accountId, person.signInId, now, limit);
  return rows.map(({ number, kind, bytes }) => ({ number, kind: entryKindOf(kind), bytes }));
}

// Scalar subqueries instead of joins and `exists`: SQLite prepares those anew for every value that they are asked with.
const selectFor = compiled(
  (
    db,
    logId: Slot<LogId>,
    after: Slot<number>,
    accountId: Slot<AccountId>,
    signInId: Slot<SignInId>,
    now: Slot<Instant>,
    limit: Slot<number>,
  ) =>
    db
      .selectFrom("log_entry")
      .select(["number", "kind", "bytes"])
      .where("log_id", "=", logId)
      .where("number", ">", after)
      .where(
        (entry) =>
          entry
            .selectFrom("log_member")
            .select("log_member.account_id")
            .where("log_member.log_id", "=", logId)
            .where("log_member.account_id", "=", accountId),
        "=",
        accountId,
      )
      .where(
        (entry) =>
          entry
            .selectFrom("sign_in")
            .select("sign_in.account_id")
            .where("sign_in.id", "=", signInId)
            .where("sign_in.revoked_at", "is", null)
            .where("sign_in.expires_at", ">", now),
        "=",
        accountId,
      )
      .orderBy("number")
      .limit(limit),
);
