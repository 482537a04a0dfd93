import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../../server/testing.ts";
import { DeviceId } from "../../../../../values/id.ts";
import { dayLength } from "../../../../../values/instant.ts";
import { startSignIn } from "../../../../programme/sign-in/store.ts";
import { ReadMe } from "../../../../programme/sign-in/schema.ts";
import { EndDevice, ListDevices, SeeDevice } from "./schema.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

const aDevice = () => DeviceId.parse(server.app.chance.id());
const see = (cookie: string, deviceId: DeviceId) => server.call(SeeDevice, { params: { deviceId } }, cookie);
const list = async (cookie: string) => (await server.call(ListDevices, {}, cookie)).answer.devices;
const isIn = async (cookie: string) => (await server.call(ReadMe, {}, cookie)).status === 200;

/** Ana on two browsers. */
async function anaTwice(email: string) {
  const laptop = await server.signIn("Ana", email);
  const { app } = server;
  const { accountId } = laptop;
  const token = await app.db.write((writer) => startSignIn(writer, app.chance, server.now, { accountId }));
  const phone = { accountId, cookie: `oakroom=${token}` };
  return { laptop: { ...laptop, id: aDevice() }, phone: { ...phone, id: aDevice() } };
}

it("Ana sees when her devices were last here, to the day", async () => {
  const { laptop, phone } = await anaTwice("ana.sees@northwind.example");
  await see(phone.cookie, phone.id);
  server.pass(2 * dayLength);
  await see(laptop.cookie, laptop.id);
  const [newest, before] = await list(laptop.cookie);
  expect(newest).toEqual({ deviceId: laptop.id, seenOn: "2026-10-03", isSignedIn: true });
  expect(before).toEqual({ deviceId: phone.id, seenOn: "2026-10-01", isSignedIn: true });
  expect(await list((await server.signIn("Ben")).cookie)).toEqual([]);
});

it("C25, S8: a lost one is signed out at once, its stream ends, and the others stay", async () => {
  const { laptop, phone } = await anaTwice("ana.loses@northwind.example");
  for (const one of [laptop, phone]) await see(one.cookie, one.id);
  const stream = await fetch(`http://127.0.0.1:${server.port}/api/live`, { headers: { cookie: phone.cookie } });
  expect(stream.status).toBe(200);
  expect((await server.call(EndDevice, { params: { deviceId: phone.id } }, laptop.cookie)).status).toBe(200);
  expect([await isIn(phone.cookie), await isIn(laptop.cookie)]).toEqual([false, true]);
  await stream.text();
  expect((await list(laptop.cookie)).find(({ deviceId }) => deviceId === phone.id)?.isSignedIn).toBe(false);
});

it("nobody signs somebody else's device out, or learns that there is one", async () => {
  const { phone } = await anaTwice("ana.stays@northwind.example");
  const mallory = await server.signIn("Mallory");
  await see(phone.cookie, phone.id);
  const foreign = await server.call(EndDevice, { params: { deviceId: phone.id } }, mallory.cookie);
  const missing = await server.call(EndDevice, { params: { deviceId: aDevice() } }, mallory.cookie);
  expect(foreign.raw.rawPayload.equals(missing.raw.rawPayload)).toBe(true);
  // Naming it as one's own does not help: one signs oneself out.
  await see(mallory.cookie, phone.id);
  await server.call(EndDevice, { params: { deviceId: phone.id } }, mallory.cookie);
  expect([await isIn(phone.cookie), await isIn(mallory.cookie)]).toEqual([true, false]);
});

it("remembers fifty, and forgets those seen longest ago", async () => {
  const ana = await server.signIn("Ana", "ana.many@northwind.example");
  const first = aDevice();
  await see(ana.cookie, first);
  server.pass(dayLength);
  for (let at = 0; at < 50; at += 1) await see(ana.cookie, aDevice());
  const devices = await list(ana.cookie);
  expect(devices).toHaveLength(50);
  expect(devices.some(({ deviceId }) => deviceId === first)).toBe(false);
});

it("C25: whoever found the lost one, and has it forgotten under fifty that they made up, is signed out all the same", async () => {
  const { laptop, phone } = await anaTwice("ana.forgets@northwind.example");
  for (const one of [laptop, phone]) await see(one.cookie, one.id);
  server.pass(dayLength);
  for (let at = 0; at < 50; at += 1) await see(phone.cookie, aDevice());
  expect((await list(laptop.cookie)).some(({ deviceId }) => deviceId === phone.id)).toBe(false);
  await server.call(EndDevice, { params: { deviceId: phone.id } }, laptop.cookie);
  expect([await isIn(phone.cookie), await isIn(laptop.cookie)]).toEqual([false, true]);
});
