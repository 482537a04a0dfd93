import { afterEach, beforeEach, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../../server/testing.ts";
import { roomOf, type RelationshipId } from "../../../../values/id.ts";
import { AppendEntry, ListLogs } from "../../../room/log/schema.ts";
import { Writer } from "../../../room/log/testing.ts";
import { aMentee, aMentor, pairUp, type Person } from "../../matching/testing.ts";
import { ChangePlace } from "../../people/schema.ts";
import type { Managed } from "../../people/testing.ts";
import { setUp } from "../../programmes/testing.ts";
import { EndRelationship, PauseRelationship, ResumeRelationship } from "../schema.ts";

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
