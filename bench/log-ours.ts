/** Oakroom as it is, with so many people (second argument, or sixteen) in rooms of their own, on a port (third argument, or any). */
import { startServer } from "../app/server/run.ts";
import { features } from "../app/server/features.ts";
import { hashToken } from "../app/server/chance.ts";
import { openRoomLog } from "../app/features/room/log/store.ts";
import { AccountId, LogId, SignInId } from "../app/values/id.ts";
import { dayLength, later } from "../app/values/instant.ts";
import { newId } from "../app/features/room/log/testing.ts";
import { type Caller, placeFromArguments, serveProcess } from "./log-process.ts";

const at = placeFromArguments();
const people = Number(process.argv[3] ?? 16);
const origin = "http://localhost:8480";
const settings = {
  port: Number(process.argv[4] ?? 0),
  host: "127.0.0.1",
  origin,
  originIsSecure: true,
  smtpUrl: undefined,
  mailFrom: "a@localhost",
};
const running = await startServer({ ...settings, ...at }, features, { version: "bench", logLevel: "silent" });
const { app } = running;
const atOnce = 500;
const callers: Caller[] = [];
while (callers.length < people) {
  const some = Math.min(atOnce, people - callers.length);
  const from = callers.length;
  callers.push(...(await Promise.all(Array.from({ length: some }, (_, number) => addCaller(from + number)))));
}
serveProcess({ port: running.port, callers }, () => running.stop());

async function addCaller(number: number): Promise<Caller> {
  const [accountId, otherId] = [AccountId.parse(newId()), AccountId.parse(newId())];
  const logId = LogId.parse(newId());
  const token = app.chance.token();
  const now = app.clock();
  await app.db.write(async (writer) => {
    const account = (id: AccountId, name: string) => ({
      id,
      email: `${name}@a.example`,
      email_key: `${name}@a.example`,
      name,
      created_at: now,
    });
    await writer
      .insertInto("account")
      .values([account(accountId, `a${number}`), account(otherId, `b${number}`)])
      .execute();
    await writer
      .insertInto("sign_in")
      .values({
        id: SignInId.parse(newId()),
        account_id: accountId,
        token_hash: hashToken("sign-in", token),
        created_at: now,
        expires_at: later(now, dayLength),
        revoked_at: null,
      })
      .execute();
    await openRoomLog(writer, logId, [accountId, otherId], now);
  });
  return { accountId, cookie: `oakroom=${token}`, logId };
}
