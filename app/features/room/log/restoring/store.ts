/** What a restored server does not know yet of its logs, and takes back from their members. */
import type { AccountId, LogId } from "../../../../values/id.ts";
import type { Database, Reader } from "../../../../server/database/database.ts";
import type { MemberOfLog } from "../../../../server/guards/log.ts";

/** After a restore: a member of a log whose devices have not yet said that it is whole again. */
export interface LogBehindRow {
  readonly log_id: LogId;
  readonly account_id: AccountId;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    log_behind: LogBehindRow;
  }
}

/** Notes that a member's device found the log whole; true where nobody had said so before. */
export function tellWhole(db: Database, { logId, accountId }: MemberOfLog): Promise<boolean> {
  return db.write(async (writer) => {
    const gone = await writer
      .deleteFrom("log_behind")
      .where("log_id", "=", logId)
      .where("account_id", "=", accountId)
      .returning("account_id")
      .execute();
    return gone.length > 0;
  }, logId);
}

/** True while a member of the log has not been here since the restore: who knows which epochs they hold? */
export async function isBehind(read: Reader, logId: LogId): Promise<boolean> {
  const row = await read.selectFrom("log_behind").select("account_id").where("log_id", "=", logId).executeTakeFirst();
  return row !== undefined;
}

/** All bundles of somebody, of the identity that counts and of those before: by them old signatures are verified. */
export async function allBundles(read: Reader, accountId: AccountId): Promise<ReadonlyArray<Uint8Array>> {
  const [now, before] = await Promise.all([
    read
      .selectFrom("key_bundle")
      .select("bytes")
      .where("account_id", "=", accountId)
      .orderBy("version", "desc")
      .execute(),
    read.selectFrom("former_bundle").select("bytes").where("account_id", "=", accountId).execute(),
  ]);
  return [...now, ...before].map(({ bytes }) => bytes);
}
