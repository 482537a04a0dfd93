import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../../server/testing.ts";
import { BeginPasskey, AddPasskey } from "../../../../programme/sign-in/passkeys/schema.ts";
import { plainMail } from "../../../../programme/sign-in/testing.ts";
import { SoftPasskey } from "../../../../programme/sign-in/passkeys/testing.ts";
import { DeviceId, PasskeyId } from "../../../../../values/id.ts";
import { aMember, shapedBundle } from "../../testing.ts";
import { PutBundle } from "../schema.ts";
import { EndDevice } from "./schema.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

const about = async (subject: string) => (await server.mails()).filter((mail) => mail.includes(`Subject: ${subject}`));

it("C07: Ana hears by mail that a device was added, once for each, and where to look", async () => {
  const ana = await aMember(server, "Ana");
  expect(await about("A device was added")).toEqual([]);
  const next = shapedBundle(ana.accountId, 2);
  for (let time = 0; time < 2; time += 1) await server.call(PutBundle, { body: next }, ana.cookie);
  const [mail, ...more] = await about("A device was added");
  expect(more).toEqual([]);
  expect(plainMail(mail ?? "")).toMatch(
    /on Thursday,? 1 October 2026 at \d\d:\d\d Coordinated Universal Time a device was added/,
  );
  expect(mail).toContain(`${server.app.config.origin}/keys?not-me`);
});

it("C07: Carla hears at every address that a device was taken out, and of one that was signed out as lost", async () => {
  const carla = await aMember(server, "Carla");
  const { accountId, cookie } = carla;
  const own = "carla@home.example";
  await server.app.db.write((writer) =>
    writer
      .insertInto("private_address")
      .values({ account_id: accountId, email: own, email_key: own, since: server.now })
      .execute(),
  );
  const next = shapedBundle(accountId, 2, 1, "retires");
  for (let time = 0; time < 2; time += 1)
    expect((await server.call(PutBundle, { body: next }, cookie)).status).toBe(200);
  const out = await about("A device was taken out");
  expect(out).toHaveLength(2);
  expect(out.join("\n")).toContain(`To: ${own}`);
  for (let time = 0; time < 2; time += 1) {
    const deviceId = DeviceId.parse(server.app.chance.id());
    expect((await server.call(EndDevice, { params: { deviceId } }, cookie)).status).toBe(200);
  }
  const lost = await about("A device was signed out");
  expect(lost).toHaveLength(2);
  expect(lost[0]).toContain(`${server.app.config.origin}/keys?not-me`);
});

it("a bundle that is refused tells nobody anything", async () => {
  const ben = await aMember(server, "Ben");
  const before = await about("A device was added");
  await server.call(PutBundle, { body: shapedBundle(ben.accountId, 3) }, ben.cookie);
  expect(await about("A device was added")).toEqual(before);
});

it("C07: Leila hears by mail that a passkey was added", async () => {
  const { accountId, cookie } = await server.signIn("Leila");
  const { challenge } = (await server.call(BeginPasskey, {}, cookie)).answer;
  const id = PasskeyId.parse(server.app.chance.id());
  const body = { id, ...new SoftPasskey(accountId).makes(challenge), change: null, slot: null };
  expect((await server.call(AddPasskey, { body }, cookie)).status).toBe(200);
  const [mail, ...more] = await about("A passkey was added");
  expect(more).toEqual([]);
  expect(mail?.replaceAll(/=\r?\n/g, "")).toContain("a passkey was added that can sign you in.");
});
