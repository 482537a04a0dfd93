/** Which contacts are offered to whom, out of the reporting lines and pairs of a programme; and how many people have nobody. */
import { reportingLines, type ReportsTo } from "@oakroom/matching";
import type { Reader } from "../../../../server/database/database.ts";
import type { AccountId, ProgrammeId } from "../../../../values/id.ts";
import { addressKey } from "../../../../values/text.ts";
import { isOffered } from "../rules.ts";
import { listContacts, type NamedContact } from "../store.ts";

/** Manager links from these addresses upwards, as far as people of the programme tell. */
async function linksAbove(
  read: Reader,
  programmeId: ProgrammeId,
  keys: ReadonlyArray<string>,
  known: ReadonlySet<string> = new Set(),
): Promise<ReadonlyArray<ReportsTo>> {
  const open = keys.filter((key) => !known.has(key));
  if (open.length === 0) return [];
  const rows = await read
    .selectFrom("participant")
    .select(["email_key", "manager_email"])
    .where("programme_id", "=", programmeId)
    .where("email_key", "in", open)
    .execute();
  const links = rows.flatMap(({ email_key, manager_email }) =>
    manager_email === null ? [] : [{ person: email_key, manager: addressKey(manager_email) }],
  );
  const above = links.map(({ manager }) => manager);
  return [...links, ...(await linksAbove(read, programmeId, above, new Set([...known, ...open])))];
}

/** Under which addresses accounts stand in a programme. */
function placesOf(read: Reader, programmeId: ProgrammeId, accounts: ReadonlyArray<AccountId>) {
  return read
    .selectFrom("participant")
    .select(["account_id", "email_key"])
    .where("programme_id", "=", programmeId)
    .where("account_id", "in", accounts)
    .execute();
}

/** The addresses by which contacts sign in now, where that is another one than the settings name. */
function addressesOf(read: Reader, accounts: ReadonlyArray<AccountId>) {
  return read.selectFrom("account").select(["id", "email_key"]).where("id", "in", accounts).execute();
}

/**
 * The contacts who may be offered to all of these people at once: to the two of a pair, say. Who stepped down is not among
 * them, nor anybody in a line or in the pair; nothing tells that somebody is missing.
 */
export async function offeredContacts(
  read: Reader,
  programmeId: ProgrammeId,
  people: ReadonlyArray<AccountId>,
): Promise<ReadonlyArray<NamedContact>> {
  const contacts = (await listContacts(read, programmeId)).filter(({ state }) => state !== "left");
  const accounts = contacts.flatMap(({ accountId }) => accountId ?? []);
  const places = await placesOf(read, programmeId, [...people, ...accounts]);
  const keysOf = (account: AccountId | undefined) =>
    places.filter(({ account_id }) => account_id === account).map(({ email_key }) => email_key);
  const theirs = people.flatMap(keysOf);
  const others = accounts.length > 0 ? await addressesOf(read, accounts) : [];
  const ofContact = ({ email, accountId }: NamedContact) => [
    addressKey(email),
    ...(accountId ? keysOf(accountId) : []),
    ...others.filter(({ id }) => id === accountId).map(({ email_key }) => email_key),
  ];
  const lines = reportingLines(await linksAbove(read, programmeId, [...theirs, ...contacts.flatMap(ofContact)]));
  return contacts.filter(
    (contact) =>
      !people.some((account) => account === contact.accountId) && isOffered(ofContact(contact), theirs, lines.isInLine),
  );
}

/** The contacts of a programme who may be offered to somebody: to them, and to everyone they share a room with there. */
export async function contactsFor(
  read: Reader,
  programmeId: ProgrammeId,
  accountId: AccountId,
): Promise<ReadonlyArray<NamedContact>> {
  const pairs = await read
    .selectFrom("relationship")
    .select(["mentee_account_id", "mentor_account_id"])
    .where("programme_id", "=", programmeId)
    .where((or) => or.or([or("mentee_account_id", "=", accountId), or("mentor_account_id", "=", accountId)]))
    .execute();
  const people = new Set([accountId, ...pairs.flatMap((pair) => [pair.mentee_account_id, pair.mentor_account_id])]);
  return offeredContacts(read, programmeId, [...people]);
}

/** Everybody of a programme who has not left, with the accounts of those they share a room with there. */
async function circlesIn(read: Reader, programmeId: ProgrammeId) {
  const people = await read
    .selectFrom("participant")
    .select(["account_id", "email_key", "manager_email", "state"])
    .where("programme_id", "=", programmeId)
    .execute();
  const pairs = await read
    .selectFrom("relationship")
    .select(["mentee_account_id", "mentor_account_id"])
    .where("programme_id", "=", programmeId)
    .execute();
  const around = new Map<AccountId, AccountId[]>();
  for (const { mentee_account_id: mentee, mentor_account_id: mentor } of pairs) {
    around.set(mentee, [...(around.get(mentee) ?? []), mentor]);
    around.set(mentor, [...(around.get(mentor) ?? []), mentee]);
  }
  return { people, around };
}

/** For how many people of a programme nobody is left who could be offered to them. A number, and no name. */
export async function countWithoutContact(read: Reader, programmeId: ProgrammeId): Promise<number> {
  const contacts = (await listContacts(read, programmeId)).filter(({ state }) => state !== "left");
  const accounts = contacts.flatMap(({ accountId }) => accountId ?? []);
  const moved = accounts.length > 0 ? await addressesOf(read, accounts) : [];
  const { people, around } = await circlesIn(read, programmeId);
  const keyOf = new Map(people.flatMap(({ account_id, email_key }) => (account_id ? [[account_id, email_key]] : [])));
  const links = people.flatMap(({ email_key, manager_email }) =>
    manager_email === null ? [] : [{ person: email_key, manager: addressKey(manager_email) }],
  );
  const { isInLine } = reportingLines(links);
  const standing = contacts.map(({ email, accountId }) => ({
    accountId,
    keys: [
      addressKey(email),
      ...[accountId && keyOf.get(accountId)].flatMap((key) => key ?? []),
      ...moved.filter(({ id }) => id === accountId).map(({ email_key }) => email_key),
    ],
  }));
  const isServed = ({ account_id, email_key }: (typeof people)[number]) => {
    const circle = account_id ? [account_id, ...(around.get(account_id) ?? [])] : [];
    const keys = [email_key, ...circle.flatMap((account) => keyOf.get(account) ?? [])];
    return standing.some(
      (contact) => !circle.some((account) => account === contact.accountId) && isOffered(contact.keys, keys, isInLine),
    );
  };
  return people.filter((person) => person.state !== "left" && !isServed(person)).length;
}
