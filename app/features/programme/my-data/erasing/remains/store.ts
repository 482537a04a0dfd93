/** What of erased accounts is still named by records that somebody else keeps, and how it goes once nobody does. */
import { sql } from "kysely";
import type { Reader, Writer } from "../../../../../server/database/database.ts";
import type { AccountId } from "../../../../../values/id.ts";
import type { Instant } from "../../../../../values/instant.ts";
import { leaveLogs, roomsOf } from "../../../../room/log/leaving/store.ts";

/** Takes pairs of which both people erased their accounts, with the places they stood in; gives the others of these pairs. */
export async function dropDeadPairs(writer: Writer, accountId: AccountId): Promise<ReadonlyArray<AccountId>> {
  const rows = await pairsOf(writer, accountId)
    .innerJoin("account as mentee", "mentee.id", "relationship.mentee_account_id")
    .innerJoin("account as mentor", "mentor.id", "relationship.mentor_account_id")
    .select(["mentee.email as mentee_email", "mentor.email as mentor_email"])
    .select(["relationship.id", "mentee_id", "mentor_id", "mentee_account_id", "mentor_account_id"])
    .execute();
  const dead = rows.filter((row) => (row.mentee_account_id === accountId ? row.mentor_email : row.mentee_email) === "");
  for (const { id, mentee_id, mentor_id } of dead) {
    // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in the caller's transaction
    await writer.deleteFrom("relationship").where("id", "=", id).execute();
    // oxlint-disable-next-line no-await-in-loop -- as above
    await sql`delete from participant where id in (${mentee_id}, ${mentor_id}) and email = ''
      and not exists (select 1 from relationship where mentee_id = participant.id or mentor_id = participant.id)`.execute(
      writer,
    );
  }
  return dead.map((row) => (row.mentee_account_id === accountId ? row.mentor_account_id : row.mentee_account_id));
}

/** Takes the logs, keys and rows of erased accounts, as far as nobody keeps a room that names them. */
export async function dropRemains(writer: Writer, erased: ReadonlyArray<AccountId>, leftName: string): Promise<void> {
  const left = new Set(erased);
  for (const accountId of erased) {
    // oxlint-disable-next-line no-await-in-loop -- one account after the other, in the caller's transaction
    const others = (await roomsOf(writer, accountId)).map(({ other }) => other).filter((other) => !left.has(other));
    // oxlint-disable-next-line no-await-in-loop -- as above
    const isKept = await leaveLogs(writer, accountId, await keepers(writer, others));
    // oxlint-disable-next-line no-await-in-loop -- as above
    await dropAccount(writer, accountId, isKept, leftName);
  }
}

/** Whoever still has an account keeps their rooms. */
async function keepers(read: Reader, others: ReadonlyArray<AccountId>): Promise<(other: AccountId) => boolean> {
  if (others.length === 0) return () => false;
  const rows = await read
    .selectFrom("account")
    .select("id")
    .where("id", "in", others)
    .where("email", "!=", "")
    .execute();
  const ids = new Set(rows.map(({ id }) => id));
  return (other) => ids.has(other);
}

/** The account goes where nothing names it any more; else its row stays, with its random id alone. */
async function dropAccount(writer: Writer, accountId: AccountId, isKept: boolean, leftName: string): Promise<void> {
  const pair = await pairsOf(writer, accountId).select("relationship.id").executeTakeFirst();
  if (isKept || pair)
    await writer
      .updateTable("account")
      .set({ name: leftName, email: "", email_key: accountId, created_at: sql<Instant>`0` })
      .where("id", "=", accountId)
      .execute();
  else await writer.deleteFrom("account").where("id", "=", accountId).execute();
}

function pairsOf(read: Reader, accountId: AccountId) {
  return read
    .selectFrom("relationship")
    .where((where) =>
      where.or([where("mentee_account_id", "=", accountId), where("mentor_account_id", "=", accountId)]),
    );
}
