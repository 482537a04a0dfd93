import { createHash, randomBytes } from "node:crypto";
import { encode } from "@oakroom/crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { generationChanged } from "../../../../server/database/generation.ts";
import { testServer, type TestServer } from "../../../../server/testing.ts";
import { type LogId, roomOf, type RelationshipId, uuidBytes } from "../../../../values/id.ts";
import { firstDeviceOf, signatureOf } from "../../../room/log/keys/testing.ts";
import { GiveBack } from "../../../room/log/restoring/schema.ts";
import { AppendEntry, ListLogs } from "../../../room/log/schema.ts";
import { newId, shapedBundle, Writer } from "../../../room/log/testing.ts";
import { aMentee, aMentor, pairUp, type Person } from "../../matching/testing.ts";
import { ChangePlace } from "../../people/schema.ts";
import type { Managed } from "../../people/testing.ts";
import { setUp } from "../../programmes/testing.ts";
import { plainMail } from "../../sign-in/testing.ts";
import { EndRelationship, PauseRelationship, RemindPartner, ResumeRelationship } from "../schema.ts";

let server: TestServer;
let managed: Managed;
let ingrid: Person, leila: Person;
let relationshipId: RelationshipId;
beforeEach(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  [ingrid, leila] = [await aMentor(server, managed, "Ingrid Weiss"), await aMentee(server, managed, "Leila Haddad")];
  relationshipId = await pairUp(server, managed, leila, ingrid);
});
afterEach(() => server.end());

const pause = ({ cookie }: Person) => server.call(PauseRelationship, { params: { relationshipId } }, cookie);
const goOn = ({ cookie }: Person) => server.call(ResumeRelationship, { params: { relationshipId } }, cookie);

/** One item of a person's that the server has not seen, sent until it is taken. */
function anItem({ accountId, cookie }: Person) {
  const logId = roomOf(relationshipId);
  const body = new Writer(accountId).item(logId);
  return async (ending?: "yes") => {
    const query = { kind: "item" as const, ...(ending ? { ending } : {}) };
    return (await server.call(AppendEntry, { params: { logId }, query, body }, cookie)).refused ?? "taken";
  };
}

async function roomSeenBy({ cookie }: Person) {
  const { logs } = (await server.call(ListLogs, {}, cookie)).answer;
  return logs.find(({ logId }) => logId === roomOf(relationshipId));
}

it("P112: a paused room takes no word of either, also none said to belong to an ending; the same word is taken once the pair goes on", async () => {
  const [hers, his] = [anItem(leila), anItem(ingrid)];
  await pause(leila);
  expect([(await roomSeenBy(leila))?.paused, (await roomSeenBy(ingrid))?.paused]).toEqual([true, true]);
  expect([await hers(), await his(), await his("yes")]).toEqual(["paused", "paused", "paused"]);
  expect((await roomSeenBy(leila))?.lastNumber).toBe(0);
  await goOn(leila);
  expect((await roomSeenBy(ingrid))?.paused).toBeUndefined();
  expect([await hers(), await his()]).toEqual(["taken", "taken"]);
});

it("goes on with the second of two pauses, and not with the first", async () => {
  const his = anItem(ingrid);
  await pause(leila);
  await pause(ingrid);
  await goOn(ingrid);
  expect(await his()).toBe("paused");
  await goOn(leila);
  expect(await his()).toBe("taken");
});

it("stands beside a leaving: each ends by itself", async () => {
  const his = anItem(ingrid);
  const params = { programmeId: managed.programmeId, participantId: leila.participantId };
  const place = (act: "leave" | "take-back") => server.call(ChangePlace, { params, body: { act } }, managed.cookie);
  await pause(leila);
  await place("leave");
  await goOn(leila);
  expect([await his(), await roomSeenBy(ingrid)]).toMatchObject(["resting", { resting: true }]);
  await pause(leila);
  await place("take-back");
  expect(await his()).toBe("paused");
  await goOn(leila);
  expect(await his()).toBe("taken");
});

it("a pair that ends in a pause is closed for good", async () => {
  const his = anItem(ingrid);
  await pause(leila);
  await server.call(EndRelationship, { params: { relationshipId } }, ingrid.cookie);
  expect([await his(), (await goOn(leila)).refused]).toEqual(["closed", "ended"]);
});

it("P112: on a server that once came back from a backup, nobody passes a word of their own off as one that it lost, until the pair goes on", async () => {
  const { accountId, cookie } = ingrid;
  const bundle = {
    account_id: accountId,
    version: 1,
    bytes: shapedBundle(accountId, 1),
    arrived_at: server.app.clock(),
  };
  await server.app.db.write(async (writer) => {
    await writer.insertInto("key_bundle").values(bundle).execute();
    await writer.updateTable("meta").set({ value: "2" }).where("name", "=", "generation").execute();
  });
  await generationChanged(server.app.db);
  const logId = roomOf(relationshipId);
  const query = { kind: "item" as const };
  const body = signedItem(accountId, logId);
  const give = async () => (await server.call(GiveBack, { params: { logId }, query, body }, cookie)).refused ?? "taken";
  await pause(leila);
  expect(await give()).toBe("paused");
  expect((await roomSeenBy(leila))?.lastNumber).toBe(0);
  await goOn(leila);
  expect(await give()).toBe("taken");
});

it("P112: whoever paused is not reminded of the other: no mail says that somebody is looking forward to them", async () => {
  const remind = async ({ cookie }: Person) =>
    (await server.call(RemindPartner, { params: { relationshipId } }, cookie)).refused ?? "sent";
  await pause(leila);
  expect([await remind(ingrid), await remind(leila)]).toEqual(["paused", "paused"]);
  const mails = (await server.mails()).map(plainMail);
  expect(mails.filter((mail) => mail.includes("is looking forward"))).toEqual([]);
  await goOn(leila);
  expect(await remind(ingrid)).toBe("sent");
});

/** The first item of somebody's first device in a room, as that device signs it. */
function signedItem(author: string, logId: LogId): Uint8Array {
  const chain = [uuidBytes(author), firstDeviceOf(author), 1, new Uint8Array(32)];
  const header = encode([1, uuidBytes(logId), 1, 1, ...chain, 1, uuidBytes(newId()), []]);
  const [com, sealed] = [new Uint8Array(randomBytes(32)), new Uint8Array(randomBytes(284))];
  const core = encode([header, com, new Uint8Array(createHash("sha256").update(sealed).digest())]);
  return encode([header, com, sealed, signatureOf(author, "item", core)]);
}
