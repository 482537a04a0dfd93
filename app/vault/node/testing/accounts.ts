/** People who are signed in on a running server. Imported by tests alone. */
import { hashToken } from "../../../server/chance.ts";
import type { Running } from "../../../server/run.ts";
import { AccountId, SignInId } from "../../../values/id.ts";
import { later } from "../../../values/instant.ts";

const monthMs = 30 * 86_400_000;

/** Makes an account and signs it in. */
export async function accountIn({ app }: Pick<Running, "app">, name: string) {
  const accountId = AccountId.parse(app.chance.id());
  const token = app.chance.token();
  const email = `${name.toLowerCase()}@northwind.example`;
  const now = app.clock();
  await app.db.write(async (writer) => {
    await writer
      .insertInto("account")
      .values({ id: accountId, email, email_key: email, name, created_at: now })
      .execute();
    const signIn = {
      id: SignInId.parse(app.chance.id()),
      account_id: accountId,
      token_hash: hashToken("sign-in", token),
    };
    await writer
      .insertInto("sign_in")
      .values({ ...signIn, created_at: now, expires_at: later(now, monthMs), revoked_at: null })
      .execute();
  });
  return { accountId, cookie: `oakroom=${token}` };
}
