/** The addresses of an account: the one it is known by, and a private one beside it. */
import type { Reader } from "../../../server/database/database.ts";
import type { AccountId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";

/** A second address of somebody's own. Its owner and the server alone see it. */
export interface PrivateAddressRow {
  readonly account_id: AccountId;
  readonly email: string;
  /** `addressKey` of the address; no other account has it, in either place. */
  readonly email_key: string;
  readonly since: Instant;
}

/** Which of somebody's addresses. */
export type AddressPlace = "work" | "private";

/** An address that somebody wants, until the code that was mailed to it is typed in. */
export interface AddressChangeRow {
  readonly account_id: AccountId;
  readonly id: string;
  readonly place: AddressPlace;
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
  readonly place: AddressPlace;
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
