/**
 * The addresses of an account: the one it is known by, and a private one beside it. Whoever is erased: their rows of all three tables
 * by `account_id`.
 */
import { hashToken } from "../../../server/chance.ts";
import { sql } from "kysely";
import type { Engine, Reader, Writer } from "../../../server/database/database.ts";
import type { SignedIn } from "../../../server/guards/signed-in.ts";
import { AccountId } from "../../../values/id.ts";
import { type Instant, later } from "../../../values/instant.ts";
import { addressKey } from "../../../values/text.ts";
import { changeLifeMs, wrongCodesForOne } from "./rules.ts";
import type { Place } from "./schema.ts";

/** A second address of somebody's own. Its owner and the server alone see it. */
export interface PrivateAddressRow {
  readonly account_id: AccountId;
  readonly email: string;
  /** `addressKey` of the address; no other account has it, in either place. */
  readonly email_key: string;
  readonly since: Instant;
}

/** An address that somebody wants, until the code that was mailed to it is typed in. */
export interface AddressChangeRow {
  readonly account_id: AccountId;
  readonly id: string;
  readonly place: Place;
  readonly email: string;
  readonly email_key: string;
  readonly code_hash: string;
  readonly created_at: Instant;
  readonly expires_at: Instant;
  readonly wrong_tries: number;
  readonly used_at: Instant | null;
}

/** An address that was left by somebody without keys, who can have it back for a while. */
export interface AddressLeftRow {
  readonly account_id: AccountId;
  readonly id: string;
  readonly place: Place;
  readonly email: string;
  readonly email_key: string;
  readonly token_hash: string;
  readonly expires_at: Instant;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    private_address: PrivateAddressRow;
    address_change: AddressChangeRow;
    address_left: AddressLeftRow;
  }
}

/** Every address of an account, with its owner's name. */
export async function addressesOf(
  read: Reader,
  accountId: AccountId,
): Promise<ReadonlyArray<{ readonly email: string; readonly name: string }>> {
  const row = await read
    .selectFrom("account")
    .leftJoin("private_address", "private_address.account_id", "account.id")
    .select(["account.name", "account.email", "private_address.email as private_email"])
    .where("account.id", "=", accountId)
    .executeTakeFirst();
  if (!row) return [];
  const { name, email, private_email } = row;
  return [email, ...(private_email === null ? [] : [private_email])].map((one) => ({ email: one, name }));
}

/** The account that an address belongs to, in either place. The address by which an account is known comes first. */
export async function accountOfAddress(read: Reader, emailKey: string): Promise<AccountId | undefined> {
  const known = await read.selectFrom("account").select("id").where("email_key", "=", emailKey).executeTakeFirst();
  if (known) return known.id;
  const row = await read
    .selectFrom("private_address")
    .select("account_id")
    .where("email_key", "=", emailKey)
    .executeTakeFirst();
  return row?.account_id;
}

/** The keys of all addresses of an account. */
export async function addressKeysOf(read: Reader, accountId: AccountId): Promise<ReadonlyArray<string>> {
  const addresses = await addressesOf(read, accountId);
  return addresses.map(({ email }) => addressKey(email));
}

const codeHash = (id: string, code: string) => hashToken("address-code", `${id}\0${code}`);

/** Keeps the wish for an address, whoever has it. The same id again changes nothing: false. */
export async function keepChange(
  writer: Writer,
  { accountId }: SignedIn,
  wanted: { readonly id: string; readonly place: Place; readonly email: string; readonly code: string },
  now: Instant,
): Promise<boolean> {
  const { id, place, email, code } = wanted;
  // One wish at a time: an older code no longer works.
  await writer.deleteFrom("address_change").where("account_id", "=", accountId).where("id", "!=", id).execute();
  await writer.deleteFrom("address_change").where("expires_at", "<=", now).execute();
  const kept = await writer
    .insertInto("address_change")
    .values({
      account_id: accountId,
      id,
      place,
      email,
      email_key: addressKey(email),
      code_hash: codeHash(id, code),
      created_at: now,
      expires_at: later(now, changeLifeMs),
      wrong_tries: 0,
      used_at: null,
    })
    .onConflict((clash) => clash.columns(["account_id", "id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return kept !== undefined;
}

/** The address to which a code goes: none where the wish is over, or the address is somebody's already. */
export async function isCodeDue(
  read: Reader,
  accountId: AccountId,
  id: string,
  now: Instant,
): Promise<string | undefined> {
  const row = await read
    .selectFrom("address_change")
    .select(["email", "email_key"])
    .where("account_id", "=", accountId)
    .where("id", "=", id)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row && (await accountOfAddress(read, row.email_key)) === undefined ? row.email : undefined;
}

/** A wish for an address. */
export type Wish = Pick<AddressChangeRow, "id" | "place" | "email" | "email_key">;

/** The wish that waits. */
export async function findWish(
  read: Reader,
  { accountId }: SignedIn,
  id: string,
  now: Instant,
): Promise<Wish | undefined> {
  return read
    .selectFrom("address_change")
    .select(["id", "place", "email", "email_key"])
    .where("account_id", "=", accountId)
    .where("id", "=", id)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
}

/** Uses a code up. Of many at once exactly one succeeds. */
export async function useWish(
  writer: Writer,
  { accountId }: SignedIn,
  { id, code }: { readonly id: string; readonly code: string },
  now: Instant,
): Promise<"right" | "wrong" | "no-tries-left"> {
  const mine = (query: "used" | "wrong") =>
    writer
      .updateTable("address_change")
      .$if(query === "used", (update) => update.set({ used_at: now }).where("code_hash", "=", codeHash(id, code)))
      .$if(query === "wrong", (update) => update.set((row) => ({ wrong_tries: row("wrong_tries", "+", 1) })))
      .where("account_id", "=", accountId)
      .where("id", "=", id)
      .where("used_at", "is", null)
      .where("wrong_tries", "<", wrongCodesForOne)
      .returning("id")
      .executeTakeFirst();
  if (await mine("used")) return "right";
  return (await mine("wrong")) ? "wrong" : "no-tries-left";
}

/** Puts an address into its place; the one that was there before, or none. "taken": another account has it. */
export async function putAddress(
  { writer, engine }: { readonly writer: Writer; readonly engine: Engine },
  accountId: AccountId,
  { place, email, email_key }: Pick<Wish, "place" | "email" | "email_key">,
  now: Instant,
): Promise<{ readonly left: string | undefined } | "taken"> {
  // Two tables hold addresses: whoever else wants this one waits here.
  if (engine === "postgres") await sql`select pg_advisory_xact_lock(hashtext(${email_key}))`.execute(writer);
  const before = await writer
    .selectFrom("account")
    .leftJoin("private_address", "private_address.account_id", "account.id")
    .select(["account.email", "private_address.email as private_email"])
    .where("account.id", "=", accountId)
    .executeTakeFirstOrThrow();
  if ((await accountOfAddress(writer, email_key)) !== undefined) return "taken";
  if (place === "work") {
    await writer.updateTable("account").set({ email, email_key }).where("id", "=", accountId).execute();
    return { left: before.email };
  }
  await writer
    .insertInto("private_address")
    .values({ account_id: accountId, email, email_key, since: now })
    .onConflict((clash) => clash.column("account_id").doUpdateSet({ email, email_key, since: now }))
    .execute();
  return { left: before.private_email ?? undefined };
}

/** Removes the private address; the answer is what it was. */
export async function dropPrivate(writer: Writer, { accountId }: SignedIn): Promise<string | undefined> {
  const row = await writer
    .deleteFrom("private_address")
    .where("account_id", "=", accountId)
    .returning("email")
    .executeTakeFirst();
  return row?.email;
}
