/** Who invites, in the database. */
import type { Reader } from "../../../../server/database/database.ts";
import type { ProgrammeId } from "../../../../values/id.ts";

/** The managers of a programme, who answer questions about it; whoever made it first. */
export function managersOf(read: Reader, programmeId: ProgrammeId) {
  return read
    .selectFrom("programme_manager")
    .innerJoin("account", "account.id", "programme_manager.account_id")
    .select(["account.name", "account.email"])
    .where("programme_manager.programme_id", "=", programmeId)
    .orderBy("programme_manager.created_at")
    .execute();
}
