/** What was shown to contacts, in the database: sealed, and without the pair it is about. */
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { AddresseeOf, AddresseeWithPerson } from "../../../server/guards/contact.ts";
import type { OneOfPair } from "../../../server/guards/pair.ts";
import type { SignedIn } from "../../../server/guards/signed-in.ts";
import { fromBase64url, toBase64url } from "../../../values/bytes.ts";
import type { AccountId, LetterId, ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { offeredContacts } from "../contacts/offered/store.ts";
import { bundlesOf } from "../contacts/store.ts";
import { mostAnswers, mostDisclosures } from "./rules.ts";
import type { DisclosureRead, OfferedContact, PersonWithKeys, ReceivedDisclosure, SentDisclosure } from "./schema.ts";

/** One answer of a contact. */
export interface DisclosureAnswerRow {
  readonly programme_id: ProgrammeId;
  readonly disclosure_id: LetterId;
  readonly id: LetterId;
  readonly sealed: Uint8Array;
  readonly sent_at: Instant;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    disclosure_answer: DisclosureAnswerRow;
  }
}

const bytesOf = (sealed: string) => Buffer.from(fromBase64url(sealed) ?? []);

/** Keys of people by account, as base64url. */
async function keysOf(read: Reader, people: ReadonlyArray<AccountId>) {
  const rows = people.length === 0 ? [] : await bundlesOf(read, people);
  return (account: AccountId) =>
    rows.filter(({ account_id }) => account_id === account).map(({ bytes }) => toBase64url(bytes));
}

/** The contacts to whom one of a pair can show something. */
export async function listOffered(
  read: Reader,
  { programmeId, accountId, otherId }: OneOfPair,
): Promise<ReadonlyArray<OfferedContact>> {
  const offered = await offeredContacts(read, programmeId, [accountId, otherId]);
  const ready = offered.flatMap(({ state, accountId: contact, name, email }) =>
    state === "ready" && contact ? [{ accountId: contact, name, email }] : [],
  );
  const keys = await keysOf(
    read,
    ready.map((contact) => contact.accountId),
  );
  return ready.map((contact) => ({ ...contact, bundles: keys(contact.accountId) }));
}

/** What is about to be kept. */
export interface NewLetter {
  readonly id: LetterId;
  readonly sealed: string;
}

/** Keeps a disclosure. The same again is no error; another letter under the same id is refused. */
export async function insertDisclosure(
  writer: Writer,
  { programmeId, accountId }: OneOfPair,
  contactId: AccountId,
  { id, sealed }: NewLetter,
  now: Instant,
): Promise<"done" | "again" | "unreadable" | "too-many"> {
  const known = await writer.selectFrom("disclosure").selectAll().where("id", "=", id).executeTakeFirst();
  if (known) {
    const isSame = known.sender_id === accountId && Buffer.compare(known.sealed, bytesOf(sealed)) === 0;
    return isSame ? "again" : "unreadable";
  }
  const { many } = await writer
    .selectFrom("disclosure")
    .select((row) => row.fn.countAll<number>().as("many"))
    .where("sender_id", "=", accountId)
    .executeTakeFirstOrThrow();
  if (many >= mostDisclosures) return "too-many";
  await writer
    .insertInto("disclosure")
    .values({
      programme_id: programmeId,
      id,
      sender_id: accountId,
      contact_id: contactId,
      sealed: bytesOf(sealed),
      sent_at: now,
      taken_up_at: null,
    })
    .execute();
  return "done";
}

/** What somebody showed to contacts, the newest first. */
export async function listSent(read: Reader, { accountId }: SignedIn): Promise<ReadonlyArray<SentDisclosure>> {
  const rows = await read
    .selectFrom("disclosure")
    .select(["id", "contact_id", "sent_at", "taken_up_at"])
    .where("sender_id", "=", accountId)
    .orderBy("sent_at", "desc")
    .execute();
  if (rows.length === 0) return [];
  const answers = await read
    .selectFrom("disclosure_answer")
    .selectAll()
    .where(
      "disclosure_id",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("sent_at")
    .execute();
  const keys = await keysOf(read, [...new Set(rows.map(({ contact_id }) => contact_id))]);
  return rows.map((row) => ({
    disclosureId: row.id,
    contactId: row.contact_id,
    sentAt: row.sent_at,
    takenUpAt: row.taken_up_at,
    bundles: keys(row.contact_id),
    answers: answers
      .filter(({ disclosure_id }) => disclosure_id === row.id)
      .map(({ id, sealed, sent_at }) => ({ answerId: id, sealed: toBase64url(sealed), sentAt: sent_at })),
  }));
}

/** What was shown to somebody, the newest first. */
export async function listReceived(read: Reader, { accountId }: SignedIn): Promise<ReadonlyArray<ReceivedDisclosure>> {
  const rows = await read
    .selectFrom("disclosure")
    .innerJoin("account", "account.id", "disclosure.sender_id")
    .select(["disclosure.id", "disclosure.programme_id", "account.name", "sent_at", "taken_up_at"])
    .where("contact_id", "=", accountId)
    .orderBy("sent_at", "desc")
    .execute();
  return rows.map((row) => ({
    disclosureId: row.id,
    programmeId: row.programme_id,
    senderName: row.name,
    sentAt: row.sent_at,
    takenUpAt: row.taken_up_at,
  }));
}

/** How much was shown to somebody that they have not taken up, for each programme where there is any. */
export async function countWaiting(read: Reader, accountId: AccountId): Promise<ReadonlyMap<ProgrammeId, number>> {
  const rows = await read
    .selectFrom("disclosure")
    .select((row) => ["programme_id", row.fn.countAll<number>().as("many")])
    .where("contact_id", "=", accountId)
    .where("taken_up_at", "is", null)
    .groupBy("programme_id")
    .execute();
  return new Map(rows.map((row) => [row.programme_id, row.many]));
}

async function personOf(read: Reader, accountId: AccountId): Promise<PersonWithKeys> {
  const { name } = await read
    .selectFrom("account")
    .select("name")
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  return { name, bundles: (await keysOf(read, [accountId]))(accountId) };
}

/** Something that was shown to its addressee. */
export async function readDisclosure(read: Reader, { disclosureId, senderId }: AddresseeOf): Promise<DisclosureRead> {
  const row = await read
    .selectFrom("disclosure")
    .select(["sealed", "sent_at", "taken_up_at"])
    .where("id", "=", disclosureId)
    .executeTakeFirstOrThrow();
  return {
    senderId,
    sender: await personOf(read, senderId),
    sealed: toBase64url(row.sealed),
    sentAt: row.sent_at,
    takenUpAt: row.taken_up_at,
  };
}

/** Somebody whose words were shown. */
export function readPerson(read: Reader, { personId }: AddresseeWithPerson): Promise<PersonWithKeys> {
  return personOf(read, personId);
}

/** Marks it as taken up; the first time counts. */
export async function takeUp(writer: Writer, { disclosureId }: AddresseeOf, now: Instant): Promise<void> {
  await writer
    .updateTable("disclosure")
    .set({ taken_up_at: now })
    .where("id", "=", disclosureId)
    .where("taken_up_at", "is", null)
    .execute();
}

/** Keeps an answer. The same again is no error. */
export async function insertAnswer(
  writer: Writer,
  { programmeId, disclosureId }: AddresseeOf,
  { id, sealed }: NewLetter,
  now: Instant,
): Promise<"done" | "again" | "too-many"> {
  const known = await writer
    .selectFrom("disclosure_answer")
    .select("id")
    .where("disclosure_id", "=", disclosureId)
    .execute();
  if (known.some((each) => each.id === id)) return "again";
  if (known.length >= mostAnswers) return "too-many";
  await writer
    .insertInto("disclosure_answer")
    .values({ programme_id: programmeId, disclosure_id: disclosureId, id, sealed: bytesOf(sealed), sent_at: now })
    .execute();
  return "done";
}

/** Whom a mail about something that waits goes to. */
export async function findReader(read: Reader, accountId: AccountId) {
  return read.selectFrom("account").select(["name", "email"]).where("id", "=", accountId).executeTakeFirst();
}
