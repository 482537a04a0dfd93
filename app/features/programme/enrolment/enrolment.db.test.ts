import { afterAll, beforeAll, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import { add, describeOneself, join, pretendKeys } from "../people/testing.ts";
import { setUp } from "../programmes/testing.ts";
import { ReadMe } from "../sign-in/schema.ts";
import { Enrol } from "./schema.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.end());

it("P99 Ines takes part once her profile says why she is here and her keys are there, and not before", async () => {
  const managed = await setUp(server, "Marta Nowak");
  const { accountId, cookie } = await join(server, managed, await add(server, managed, "Ines Costa", ["mentor"]));
  const enrol = async () =>
    (await server.call(Enrol, { params: { programmeId: managed.programmeId } }, cookie)).refused;
  const state = async () => (await server.call(ReadMe, {}, cookie)).answer.participations[0]?.state;
  expect(await enrol()).toBe("profile-incomplete");
  await describeOneself(server, managed.programmeId, cookie, { why: "" });
  expect(await enrol()).toBe("profile-incomplete");
  await describeOneself(server, managed.programmeId, cookie);
  expect([await enrol(), await state()]).toEqual(["keys-missing", "invited"]);
  await pretendKeys(server, accountId);
  expect([await enrol(), await enrol(), await state()]).toEqual([undefined, undefined, "enrolled"]);
});
