/** Takes a person's rows out of every table, as `rules.ts` says. */
import { type RawBuilder, sql } from "kysely";
import type { Reader, Writer } from "../../../../server/database/database.ts";
import type { AccountId, ParticipantId, RelationshipId } from "../../../../values/id.ts";
import { type Going, going, type Named } from "./rules.ts";

/** By what a person's rows are found. */
export interface Person {
  readonly accountId: AccountId;
  readonly participants: ReadonlyArray<ParticipantId>;
  readonly pairs: ReadonlyArray<RelationshipId>;
  /** `addressKey` of each address of theirs. */
  readonly addresses: ReadonlyArray<string>;
}

/** By what somebody's rows are found. Places of nobody yet that wait under an address of theirs are among them. */
export async function findPerson(read: Reader, accountId: AccountId): Promise<Person & { readonly name: string }> {
  const account = await read
    .selectFrom("account")
    .select(["name", "email_key"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const further = await read
    .selectFrom("private_address")
    .select("email_key")
    .where("account_id", "=", accountId)
    .execute();
  const before = await read
    .selectFrom("address_left")
    .select("email_key")
    .where("account_id", "=", accountId)
    .execute();
  const listed = await listedAddresses(read, accountId);
  const all = [account, ...further, ...before, ...listed].map((row) => row.email_key);
  const addresses = [...new Set(all)];
  const places = await read
    .selectFrom("participant")
    .select("id")
    .where((where) =>
      where.or([
        where("account_id", "=", accountId),
        // An address that was left may be somebody else's by now: what has an owner is theirs alone.
        where.and([where("account_id", "is", null), where("email_key", "in", addresses)]),
      ]),
    )
    .execute();
  const pairs = await read
    .selectFrom("relationship")
    .select("id")
    .where((where) =>
      where.or([where("mentee_account_id", "=", accountId), where("mentor_account_id", "=", accountId)]),
    )
    .execute();
  return {
    accountId,
    name: account.name,
    addresses,
    participants: places.map(({ id }) => id),
    pairs: pairs.map(({ id }) => id),
  };
}

/** The addresses by which lists know somebody who may have another since. One that is another account's by now is theirs alone. */
function listedAddresses(read: Reader, accountId: AccountId) {
  return read
    .selectFrom("participant")
    .leftJoin("account", "account.email_key", "participant.email_key")
    .leftJoin("private_address", "private_address.email_key", "participant.email_key")
    .select("participant.email_key")
    .where("participant.account_id", "=", accountId)
    .where((where) => where.or([where("account.id", "is", null), where("account.id", "=", accountId)]))
    .where((where) =>
      where.or([where("private_address.account_id", "is", null), where("private_address.account_id", "=", accountId)]),
    )
    .execute();
}

/** Takes the rows of all tables that need no hand. Call it before what they belong to goes. */
export async function takeRows(writer: Writer, person: Person): Promise<void> {
  for (const [table, how] of Object.entries(going)) {
    const statement = statementFor(table, how, person);
    // oxlint-disable-next-line no-await-in-loop -- children before what they belong to
    for (const one of statement) await one.execute(writer);
  }
}

function statementFor(table: string, how: Going, person: Person): ReadonlyArray<RawBuilder<unknown>> {
  const rows = "rows" in how ? how.rows : [];
  const nameless = "nameless" in how ? (how.nameless ?? []) : [];
  const addressed = "address" in how ? [among(how.address, "address", person)] : [];
  const gone = [...rows.map(([column, named]) => among(column, named, person)), ...addressed];
  return [
    ...gone.map((which) => sql`delete from ${sql.table(table)} where ${which}`),
    ...nameless.map(
      (column) =>
        sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${sql.ref(column)} = ${person.accountId}`,
    ),
  ];
}

/** Which rows of a table name somebody in a column, or what is theirs. */
export function among(column: string, named: Named, person: Person): RawBuilder<unknown> {
  if (named === "account") return isOneOf(column, [person.accountId]);
  if (named === "participant") return isOneOf(column, person.participants);
  if (named === "pair") return isOneOf(column, person.pairs);
  if (named === "address") return isOneOf(column, person.addresses);
  return sql`${sql.ref(column)} in (select id from disclosure where sender_id = ${person.accountId} or contact_id = ${person.accountId})`;
}

function isOneOf(column: string, values: ReadonlyArray<string>): RawBuilder<unknown> {
  return values.length === 0 ? sql`1 = 0` : sql`${sql.ref(column)} in (${sql.join(values)})`;
}
