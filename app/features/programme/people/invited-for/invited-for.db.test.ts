import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../../server/testing.ts";
import { aMentee, aMentor, ask, pairUp, type Person, suggestions } from "../../matching/testing.ts";
import { ReadMyPlace } from "../../profile/schema.ts";
import { setUp } from "../../programmes/testing.ts";
import { ReadPartner } from "../../relationships/partner/schema.ts";
import { importFile } from "../import/testing.ts";
import { ListPeople, ReadPerson } from "../schema.ts";
import { enrolled, type Managed } from "../testing.ts";
import { WriteInvitedFor } from "./schema.ts";

let server: TestServer, managed: Managed, ingrid: Person, leila: Person;

beforeAll(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  ingrid = await aMentor(server, managed, "Ingrid Weiss", { capacity: 2 });
  leila = await aMentee(server, managed, "Leila Haddad");
});

afterAll(() => server.end());

const of = ({ participantId }: Pick<Person, "participantId">) => ({ programmeId: managed.programmeId, participantId });
const write = (person: Person, topics: string[], cookie = managed.cookie) =>
  server.call(WriteInvitedFor, { params: of(person), body: { topics } }, cookie);
const written = async (person: Pick<Person, "participantId">) =>
  (await server.call(ReadPerson, { params: of(person) }, managed.cookie)).answer.invitedFor;

describe("P98: for what the programme invited a mentor", () => {
  it("is nothing until a manager says so, whatever the mentor offers", async () => {
    await ask(server, managed);
    expect((await suggestions(server, leila)).open[0]?.other.seen).toMatchObject({
      invitedFor: [],
      helpWith: [{ topic: "first teams" }],
    });
  });

  it("stands on the card, in the room, and is read by the mentor", async () => {
    expect((await write(ingrid, ["first teams", "hiring"])).status).toBe(200);
    expect(await written(ingrid)).toEqual(["first teams", "hiring"]);
    expect((await suggestions(server, leila)).open[0]?.other.seen.invitedFor).toEqual(["first teams", "hiring"]);
    const place = await server.call(ReadMyPlace, { params: { programmeId: managed.programmeId } }, ingrid.cookie);
    expect(place.answer.invitedFor).toEqual(["first teams", "hiring"]);
    await server.app.db.write((writer) => writer.deleteFrom("proposal").execute());
    const relationshipId = await pairUp(server, managed, leila, ingrid);
    const partner = await server.call(ReadPartner, { params: { relationshipId } }, leila.cookie);
    expect(partner.answer.invitedFor).toEqual(["first teams", "hiring"]);
  });

  it("is a few topics, no essay", async () => {
    expect((await write(ingrid, ["a", "b", "c", "d", "e", "f", "g"])).status).toBe(400);
    expect((await write(ingrid, ["x".repeat(121)])).status).toBe(400);
    expect((await write(ingrid, [""])).status).toBe(400);
    expect(await written(ingrid)).toEqual(["first teams", "hiring"]);
  });

  it("is written by managers alone, and by none about themselves", async () => {
    // The manager, who is a mentor too.
    const own = await enrolled(server, managed, "Marta Nowak", ["mentor"]);
    expect((await write(own, ["everything"], own.cookie)).status).toBe(404);
    expect((await write(ingrid, ["everything"], ingrid.cookie)).status).toBe(404);
    expect((await write(ingrid, ["hiring"], own.cookie)).status).toBe(200);
  });

  it("comes from a file where a column says so, and what a manager wrote stays until the file speaks anew", async () => {
    const head = "Name,Email,Role,Team,Invited for";
    const ben = "Ben Berg,ben@x.example,mentor,Sales,pricing;negotiating";
    expect((await importFile(server, managed, `${head}\n${ben}`)).done.status).toBe(200);
    const { people } = (await server.call(ListPeople, { params: { programmeId: managed.programmeId } }, managed.cookie))
      .answer;
    const id = people.find(({ name }) => name === "Ben Berg")?.id;
    if (!id) throw new Error("Ben is missing");
    const person = { ...ingrid, participantId: id };
    expect(await written(person)).toEqual(["pricing", "negotiating"]);
    await write(person, ["pricing"]);
    await importFile(server, managed, `${head}\n${ben.replace("Sales", "Service")}`);
    expect(await written(person)).toEqual(["pricing"]);
    await importFile(server, managed, `${head}\n${ben.replace("pricing;", "forecasts;")}`);
    expect(await written(person)).toEqual(["forecasts", "negotiating"]);
  });
});
