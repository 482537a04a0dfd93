import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../../../server/testing.ts";
import { LogId } from "../../../../../../values/id.ts";
import { AppendEntry } from "../../../schema.ts";
import { aMember, aRoom, newId, shapedEnrolment, signedReadmit, Writer } from "../../../testing.ts";
import { shapedDisowning, takeIdentity } from "../../testing.ts";
import { BeginAnew, CancelAnew } from "../schema.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.end());

/** Somebody has begun anew in Leila's name; Ingrid's yes to it, and Leila's no, are signed. */
async function beginsAnew() {
  const [leila, ingrid] = [await aMember(server, "Leila"), await aMember(server, "Ingrid")];
  const logId = await aRoom(server, leila, ingrid);
  const sign = takeIdentity(leila.accountId);
  const anew = shapedEnrolment(new Writer(leila.accountId), LogId.parse(newId()));
  expect((await server.call(BeginAnew, { body: anew }, leila.cookie)).status).toBe(200);
  const [yes, no] = [signedReadmit(logId, leila.accountId, ingrid.accountId), sign(shapedDisowning(leila.accountId))];
  const place = { params: { logId }, query: { kind: "readmit" as const } };
  return {
    letsIn: async () => (await server.call(AppendEntry, { ...place, body: yes }, ingrid.cookie)).refused ?? "in",
    takesBack: async () => (await server.call(CancelAnew, { body: no }, leila.cookie)).refused ?? "back",
  };
}

it("a yes to keys that were taken back meanwhile lets nobody in", async () => {
  const { letsIn, takesBack } = await beginsAnew();
  expect([await takesBack(), await letsIn()]).toEqual(["back", "other-keys"]);
});

it("the same yes again is answered as before", async () => {
  const { letsIn, takesBack } = await beginsAnew();
  expect([await letsIn(), await takesBack(), await letsIn()]).toEqual(["in", "readmitted", "in"]);
});

it("of a yes and a no at once, one counts", async () => {
  const { letsIn, takesBack } = await beginsAnew();
  const [yes, no] = await Promise.all([letsIn(), takesBack()]);
  expect([
    ["in", "readmitted"],
    ["other-keys", "back"],
  ]).toContainEqual([yes, no]);
});
