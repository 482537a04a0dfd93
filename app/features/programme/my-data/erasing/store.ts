/** Erases an account, in one transaction. `going/rules.ts` says of every table how a person's rows go; what needs a hand is here. */
import { sql } from "kysely";
import type { Chance } from "../../../../server/chance.ts";
import type { Reader, Writer } from "../../../../server/database/database.ts";
import type { SignedIn } from "../../../../server/guards/signed-in.ts";
import { type Day, dayIn } from "../../../../values/day.ts";
import { type AccountId, type ProgrammeId, type RelationshipId, roomOf } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { closeLog } from "../../../room/log/store.ts";
import { findPerson, takeRows, type Person } from "../going/store.ts";
import { type EraseRefusal, isFresh } from "./rules.ts";
import { forgetAddresses } from "./mentions/store.ts";
import { dropDeadPairs, dropRemains } from "./remains/store.ts";

/** What was erased: whom it concerns, and by what they were called, for mails that lie as files. */
export interface Erased {
  readonly name: string;
  readonly addresses: ReadonlyArray<string>;
  /** The other people of pairs that ended by it. */
  readonly left: ReadonlyArray<{ readonly relationshipId: RelationshipId; readonly other: AccountId }>;
}

/** Erases the account. One statement decides, so of many requests one erases. */
export async function eraseAccount(
  writer: Writer,
  chance: Chance,
  { accountId, signInId }: SignedIn,
  now: Instant,
  /** What stands where their name stood, in rows that the other person of a pair keeps. */
  leftName: string,
  /** Why their keys do not agree; "none" where they have none. */
  askKeys: (writer: Writer) => Promise<"not-signed" | "began-anew" | "none" | undefined>,
): Promise<Erased | EraseRefusal> {
  const signedIn = await writer
    .updateTable("sign_in")
    .set({ revoked_at: now })
    .where("id", "=", signInId)
    .where("revoked_at", "is", null)
    .returning("created_at")
    .executeTakeFirst();
  if (!signedIn) return "erased";
  const keys = await askKeys(writer);
  const unproved = keys === "none" ? (isFresh(signedIn.created_at, now) ? undefined : "not-fresh") : keys;
  const refused = unproved ?? (await refuseManager(writer, accountId));
  if (refused) {
    await writer.updateTable("sign_in").set({ revoked_at: null }).where("id", "=", signInId).execute();
    return refused;
  }
  const { name, ...person } = await findPerson(writer, accountId);
  const left = await endPairs(writer, accountId, now);
  await passDrafts(writer, accountId);
  await leaveDrafts(writer, chance, person);
  await takeRows(writer, person);
  await dropJobs(writer, person);
  await forgetAddresses(writer, person.addresses, name);
  const gone = await dropDeadPairs(writer, accountId);
  await leavePlaces(writer, person, leftName);
  await dropRemains(writer, [accountId, ...gone], leftName);
  return { name, addresses: person.addresses, left };
}

/** A programme must not be without a manager, nor without a contact for concerns. */
async function refuseManager(read: Reader, accountId: AccountId): Promise<"last-manager" | "contact" | undefined> {
  const managed = await read
    .selectFrom("programme_manager as mine")
    .innerJoin("programme_manager as every", "every.programme_id", "mine.programme_id")
    .select((row) => ["mine.programme_id", row.fn.countAll<number | bigint | string>().as("managers")])
    .where("mine.account_id", "=", accountId)
    .groupBy("mine.programme_id")
    .execute();
  if (managed.some(({ managers }) => Number(managers) === 1)) return "last-manager";
  const { email_key: key } = await read
    .selectFrom("account")
    .select("email_key")
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const named = await read
    .selectFrom("programme")
    .select("id")
    .where(sql<boolean>`lower(contacts) like ${`%"${escaped(key)}"%`} escape '!'`)
    .executeTakeFirst();
  return named && "contact";
}

const escaped = (text: string) => text.replaceAll(/[!%_]/g, "!$&");

/** Ends every pair of theirs, as an ending by either of the two, and closes the rooms. */
async function endPairs(writer: Writer, accountId: AccountId, now: Instant): Promise<Erased["left"]> {
  const today: Day = dayIn(now, "UTC");
  const ended = await writer
    .updateTable("relationship")
    .set({ state: "ended", ended_on: today })
    .where((where) =>
      where.or([where("mentee_account_id", "=", accountId), where("mentor_account_id", "=", accountId)]),
    )
    .where("state", "!=", "ended")
    .returning(["id", "mentee_account_id", "mentor_account_id"])
    .execute();
  for (const { id } of ended)
    // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in the caller's transaction
    await closeLog(writer, roomOf(id), now);
  return ended.map((row) => ({
    relationshipId: row.id,
    other: row.mentee_account_id === accountId ? row.mentor_account_id : row.mentee_account_id,
  }));
}

/** Drafts that they made pass to another manager; of a programme that has none, nobody reads them any more. */
async function passDrafts(writer: Writer, accountId: AccountId): Promise<void> {
  const drafts = await writer
    .selectFrom("match_draft")
    .select(["programme_id", "id"])
    .where("made_by", "=", accountId)
    .execute();
  for (const { programme_id, id } of drafts) {
    // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in the caller's transaction
    const heir = await anotherManager(writer, programme_id, accountId);
    const change = heir
      ? writer.updateTable("match_draft").set({ made_by: heir }).where("id", "=", id)
      : writer.deleteFrom("match_draft").where("id", "=", id);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await change.execute();
  }
}

/** In drafts of before, ids that name nobody stand where theirs stood; a draft that is still looked at is made anew. */
async function leaveDrafts(writer: Writer, chance: Chance, { participants }: Person): Promise<void> {
  for (const id of participants) {
    const names = sql<boolean>`content like ${`%${id}%`}`;
    const shown = ["open", "tried"] as const;
    // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in the caller's transaction
    await writer
      .updateTable("match_draft")
      .set({ state: "replaced" })
      .where(names)
      .where("state", "in", shown)
      .execute();
    // oxlint-disable-next-line no-await-in-loop -- as above
    await sql`update match_draft set content = replace(content, ${id}, ${chance.id()}) where ${names}`.execute(writer);
  }
}

async function anotherManager(
  read: Reader,
  programmeId: ProgrammeId,
  accountId: AccountId,
): Promise<AccountId | undefined> {
  const row = await read
    .selectFrom("programme_manager")
    .select("account_id")
    .where("programme_id", "=", programmeId)
    .where("account_id", "!=", accountId)
    .orderBy("created_at")
    .executeTakeFirst();
  return row?.account_id;
}

/** Work that waits for them or about them: mails, reminders, and the traces of what was done. */
async function dropJobs(writer: Writer, { accountId, participants, addresses }: Person): Promise<void> {
  const ids = [accountId, ...participants].map((id) => [`%${id}%`, `%${id}%`]);
  // The end of one address may be another: what is somebody else's stays.
  const theirs = addresses.map(escaped).flatMap((one) => [
    [`%"${one}"%`, `%:${one}`],
    [`%"${one}"%`, `%:${one}:%`],
  ]);
  for (const [payload, key] of [...ids, ...theirs]) {
    // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in the caller's transaction
    await sql`delete from job where lower(payload) like ${payload} escape '!' or lower(effect_key) like ${key} escape '!'`.execute(
      writer,
    );
  }
}

/** A place that a pair names stays, and says nothing but that somebody left; every other one goes. */
async function leavePlaces(writer: Writer, { participants, pairs }: Person, leftName: string): Promise<void> {
  if (pairs.length > 0)
    await writer
      .updateTable("relationship")
      .set({ reasons: "[]", named_each_other: 0 })
      .where("id", "in", pairs)
      .execute();
  for (const id of participants) {
    // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in the caller's transaction
    const named = await writer
      .selectFrom("relationship")
      .select("id")
      .where((where) => where.or([where("mentee_id", "=", id), where("mentor_id", "=", id)]))
      .executeTakeFirst();
    const nothing = { call_name: null, team: null, site: null, level: null, manager_email: null, imported: null };
    const empty = { ...nothing, name: leftName, email: "", email_key: id, account_id: null, state: "left" } as const;
    const change = named
      ? writer.updateTable("participant").set(empty).where("id", "=", id)
      : writer.deleteFrom("participant").where("id", "=", id);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await change.execute();
  }
}
