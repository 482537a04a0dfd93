import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { dayLength } from "../../../../values/instant.ts";
import { aMentee, aMentor, pairUp, type Person } from "../../../programme/matching/testing.ts";
import { setUp } from "../../../programme/programmes/testing.ts";
import { EndRelationship } from "../../../programme/relationships/schema.ts";
import { plainMail } from "../../../programme/sign-in/testing.ts";
import { roomOf, type RelationshipId } from "../../../../values/id.ts";
import { ReadErasing } from "./schema.ts";

let server: TestServer;
let leila: Person;
let relationshipId: RelationshipId;

beforeAll(async () => {
  server = await testServer();
  const managed = await setUp(server, "Marta Nowak");
  const ingrid = await aMentor(server, managed, "Ingrid Weiss");
  leila = await aMentee(server, managed, "Leila Haddad");
  relationshipId = await pairUp(server, managed, leila, ingrid);
  Object.assign(server.app.config, { endedRoomDays: 100 });
  await server.call(EndRelationship, { params: { relationshipId } }, ingrid.cookie);
});
afterAll(() => server.end());

const kept = async () =>
  (await server.call(ReadErasing, { params: { logId: roomOf(relationshipId) } }, leila.cookie)).answer;
const gone = () => server.app.db.read.selectFrom("log_gone").select("how").execute();

it("an ended room is kept for as long as the operator says: both are told at the ending, and then it goes", async () => {
  expect(await kept()).toEqual({ backupDays: null, keptUntil: "2027-01-09" });
  const mails = (await server.mails()).map(plainMail);
  expect(mails.some((mail) => mail.includes("for 100 days; until then you can take a keepsake of it"))).toBe(true);
  server.pass(99 * dayLength);
  await server.mails();
  expect(await gone()).toEqual([]);
  // The operator keeps them longer than when it ended: that counts.
  Object.assign(server.app.config, { endedRoomDays: 120 });
  server.pass(2 * dayLength);
  await server.mails();
  expect(await gone()).toEqual([]);
  server.pass(20 * dayLength);
  await server.mails();
  expect(await gone()).toEqual([{ how: "dropped" }]);
});
