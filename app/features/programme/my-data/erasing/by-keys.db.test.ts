import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { LogId } from "../../../../values/id.ts";
import { dayLength, minute } from "../../../../values/instant.ts";
import { BeginAnew } from "../../../room/log/keys/anew/schema.ts";
import { takeIdentity } from "../../../room/log/keys/testing.ts";
import { aMember, newId, shapedAddress, shapedChange, shapedEnrolment, Writer } from "../../../room/log/testing.ts";
import { startSignIn } from "../../sign-in/store.ts";
import { EraseAccount } from "./schema.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

const erase = (cookie: string, id: string, change: string | null) =>
  server.call(EraseAccount, { body: { id, change } }, cookie);
const signed = (user: string, change: string, use: 1 | 2 | 3 | 4 = 4, address = "") =>
  Buffer.from(shapedChange(user, shapedAddress(user, change, use, address))).toString("base64url");

/** A sign-in of this moment, as whoever reads the mail has it. */
async function byMail(account: Awaited<ReturnType<typeof aMember>>): Promise<string> {
  const token = await server.app.db.write((writer) => startSignIn(writer, server.app.chance, server.now, account));
  return `oakroom=${token}`;
}

describe("the account of somebody who has keys", () => {
  it("is not erased by whoever merely reads their mail, nor with what was signed for something else", async () => {
    const [leila, ingrid] = [await aMember(server, "Leila"), await aMember(server, "Ingrid")];
    const cookie = await byMail(leila);
    const id = newId();
    const wrong = [
      null,
      signed(ingrid.accountId, id),
      signed(leila.accountId, newId()),
      signed(leila.accountId, id, 3),
      signed(leila.accountId, id, 4, "leila@elsewhere.example"),
    ];
    for (const change of wrong) expect((await erase(cookie, id, change)).refused).toBe("not-signed");
    expect((await erase(cookie, id, signed(leila.accountId, id))).answer).toEqual({ erased: true });
  });

  it("is erased with their keys' word, however old the sign-in is", async () => {
    const leila = await aMember(server, "Leila");
    const cookie = await byMail(leila);
    server.pass(20 * minute);
    const id = newId();
    expect((await erase(cookie, id, signed(leila.accountId, id))).status).toBe(200);
  });

  it("is not erased within a week of new keys, which a mail is enough for; then it is", async () => {
    const leila = await aMember(server, "Leila");
    takeIdentity(leila.accountId);
    const body = shapedEnrolment(new Writer(leila.accountId), LogId.parse(newId()));
    expect((await server.call(BeginAnew, { body }, leila.cookie)).status).toBe(200);
    const id = newId();
    const change = signed(leila.accountId, id);
    expect((await erase(leila.cookie, id, change)).refused).toBe("began-anew");
    server.pass(7 * dayLength);
    expect((await erase(leila.cookie, id, change)).status).toBe(200);
  });
});
