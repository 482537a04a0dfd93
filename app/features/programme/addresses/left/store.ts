/** Addresses that were left by people without keys, and the links that bring them back. */
import { type Chance, hashToken } from "../../../../server/chance.ts";
import type { Engine, Writer } from "../../../../server/database/database.ts";
import type { AccountId } from "../../../../values/id.ts";
import { type Instant, later } from "../../../../values/instant.ts";
import { addressKey } from "../../../../values/text.ts";
import { endInvitationsOf } from "../../invitations/left/store.ts";
import { undoLifeMs } from "../rules.ts";
import type { Place } from "../schema.ts";
import { putAddress } from "../store.ts";

const tokenHash = (token: string) => hashToken("address-back", token);

/** Keeps an address that was left; the answer is the token for its mail. */
export async function keepLeft(
  writer: Writer,
  chance: Chance,
  { accountId, place, email }: { readonly accountId: AccountId; readonly place: Place; readonly email: string },
  now: Instant,
): Promise<string> {
  const token = chance.token();
  await writer.deleteFrom("address_left").where("expires_at", "<=", now).execute();
  await writer
    .insertInto("address_left")
    .values({
      account_id: accountId,
      id: chance.id(),
      place,
      email,
      email_key: addressKey(email),
      token_hash: tokenHash(token),
      expires_at: later(now, undoLifeMs),
    })
    .execute();
  return token;
}

/** Brings an address back, once; whose it is. What was left since then can no longer be brought back. */
export async function bringBack(
  writer: Writer,
  engine: Engine,
  token: string,
  now: Instant,
): Promise<AccountId | undefined> {
  const row = await writer
    .deleteFrom("address_left")
    .where("token_hash", "=", tokenHash(token))
    .where("expires_at", ">", now)
    .returning(["account_id", "place", "email", "email_key"])
    .executeTakeFirst();
  const put = row && (await putAddress({ writer, engine }, row.account_id, row, now));
  if (!put || put === "taken") return undefined;
  await endInvitationsOf(writer, { accountId: row.account_id, emailKey: addressKey(put.left ?? "") }, now);
  await writer.deleteFrom("address_left").where("account_id", "=", row.account_id).execute();
  await writer.deleteFrom("address_change").where("account_id", "=", row.account_id).execute();
  return row.account_id;
}
