import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { dayLength } from "../../../../values/instant.ts";
import { aMentee, aMentor, pairUp, type Person } from "../../../programme/matching/testing.ts";
import { setUp } from "../../../programme/programmes/testing.ts";
import { EndRelationship, ListRelationships } from "../../../programme/relationships/schema.ts";
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
const told = async () =>
  (await server.mails()).map(plainMail).filter((mail) => mail.includes("A room of yours is kept until"));
const gone = () => server.app.db.read.selectFrom("log_gone").select("how").execute();

it("an ended room is kept for as long as the operator says: both are told at the ending, and then it goes", async () => {
  expect(await kept()).toEqual({ backupDays: null, keptUntil: "2027-01-09" });
  const mails = (await server.mails()).map(plainMail);
  expect(mails.some((mail) => mail.includes("for 100 days; until then you can take a keepsake of it"))).toBe(true);
  expect((await server.call(ListRelationships, {}, leila.cookie)).answer.relationships[0]?.keptUntil).toBe(
    "2027-01-09",
  );
  server.pass(69 * dayLength);
  expect(await told()).toEqual([]);
  server.pass(dayLength);
  // A month before both are told, with the day alone.
  const names = (await told()).map((mail) => /^To: (\w+)/m.exec(mail)?.[1]);
  expect(new Set(names)).toEqual(new Set(["ingrid", "leila"]));
  expect(names).toHaveLength(2);
  for (const mail of await told()) {
    expect(mail).toContain("is kept on the server until 9 January 2027");
    expect(mail).toContain(`/rooms/${relationshipId}/more/keepsake`);
    expect(mail.match(/Ingrid|Leila/g)).toHaveLength(1);
  }
  server.pass(29 * dayLength);
  await server.mails();
  expect(await gone()).toEqual([]);
  // The operator keeps them longer than when it ended: that counts.
  Object.assign(server.app.config, { endedRoomDays: 120 });
  server.pass(2 * dayLength);
  await server.mails();
  expect(await gone()).toEqual([]);
  server.pass(20 * dayLength);
  expect(await told()).toHaveLength(2);
  expect(await gone()).toEqual([{ how: "dropped" }]);
});
