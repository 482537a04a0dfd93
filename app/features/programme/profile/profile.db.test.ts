import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import { PreviewImport, RunImport } from "../people/import/schema.ts";
import { ListPeople } from "../people/schema.ts";
import { add, aProfile, describeOneself, enrolled, join, type Managed } from "../people/testing.ts";
import { setUp } from "../programmes/testing.ts";
import { ReadMe } from "../sign-in/schema.ts";
import { ChangeMyPlace, ReadMyPlace, SaveProfile } from "./schema.ts";
import { readCandidates } from "./candidates/store.ts";
import { readSeen } from "./store.ts";

let server: TestServer;
let managed: Managed;
beforeAll(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
});
afterAll(() => server.end());

const mine = async (cookie: string) =>
  (await server.call(ReadMyPlace, { params: { programmeId: managed.programmeId } }, cookie)).answer;

describe("a profile", () => {
  it("begins with what was imported, which nobody else sees as if it were said", async () => {
    const file = Buffer.from(
      "Name,Email,Role,Team,Languages,Offers,Capacity,Time zone,Availability\nInes Costa,ines@x.example,mentor,Legal,pt,hiring;saying no,3,Europe/Lisbon,Wed 8-17",
    ).toString("base64");
    const columns = {
      name: "Name",
      email: "Email",
      role: "Role",
      team: "Team",
      languages: "Languages",
      offers: "Offers",
      capacity: "Capacity",
      timeZone: "Time zone",
      availability: "Availability",
    };
    const params = { programmeId: managed.programmeId };
    expect(
      (await server.call(PreviewImport, { params, body: { file, columns } }, managed.cookie)).answer.faults,
    ).toEqual([]);
    await server.call(
      RunImport,
      {
        params,
        body: { file, columns, importId: server.app.chance.id(), expected: { added: 1, changed: 0, refused: 0 } },
      },
      managed.cookie,
    );
    const { people } = (await server.call(ListPeople, { params }, managed.cookie)).answer;
    const participantId = people.find(({ name }) => name === "Ines Costa")?.id;
    if (!participantId) throw new Error("Ines is missing");
    const { cookie } = await join(server, managed, { participantId, email: "ines@x.example" });
    expect(await mine(cookie)).toMatchObject({
      saved: false,
      hasKeys: false,
      about: { name: "Ines Costa", team: "Legal" },
      invitedFor: [],
      profile: {
        helpWith: [
          { topic: "hiring", learned: "" },
          { topic: "saying no", learned: "" },
        ],
        languages: ["pt"],
        capacity: 3,
        timeZone: "Europe/Lisbon",
        availability: "Wed 08:00-17:00",
        why: "",
      },
    });
    expect(await readSeen(server.app.db.read, managed.programmeId, participantId, "suggested")).toBeUndefined();
  });

  it("is saved at once with the name and the corrections", async () => {
    const leila = await add(server, managed, "Leila Haddad", ["mentee"]);
    const { cookie } = await join(server, managed, leila);
    const { helpWith, ...profile } = {
      ...aProfile,
      helpWith: [],
      limits: [],
      decidesAbout: [],
      languages: ["en"],
      wishes: ["first teams"],
      capacity: 0,
    };
    const body = {
      callName: "Lei",
      about: { name: "Leila Haddad", team: "Platform", site: "Berlin", level: 4, managerEmail: "" },
      profile: { ...profile, helpWith },
    };
    expect(
      (await server.call(SaveProfile, { params: { programmeId: managed.programmeId }, body }, cookie)).status,
    ).toBe(200);
    expect(await mine(cookie)).toMatchObject({
      callName: "Lei",
      saved: true,
      about: { team: "Platform", level: 4 },
      profile: { wishes: ["first teams"] },
    });
    expect((await server.call(ReadMe, {}, cookie)).answer.name).toBe("Lei");
  });

  it("each circle of readers gets its fields, and the story that went wrong stays with the pair unless it is widened", async () => {
    const emil = await enrolled(server, managed, "Emil Berg", ["mentor"]);
    const seen = (reader: "programme" | "suggested" | "pair") =>
      readSeen(server.app.db.read, managed.programmeId, emil.participantId, reader);
    expect(Object.keys((await seen("suggested")) ?? {}).toSorted()).toEqual([
      "availability",
      "callName",
      "helpWith",
      "invitedFor",
      "languages",
      "limits",
      "name",
      "roles",
      "site",
      "team",
      "timeZone",
      "why",
      "wishes",
    ]);
    expect([
      (await seen("pair"))?.setback,
      (await seen("suggested"))?.setback,
      (await seen("programme"))?.setback,
    ]).toEqual([aProfile.setback, undefined, undefined]);
    await describeOneself(server, managed.programmeId, emil.cookie, { setbackReaders: "suggested" });
    expect([(await seen("suggested"))?.setback, (await seen("programme"))?.setback]).toEqual([
      aProfile.setback,
      undefined,
    ]);
  });

  it("cannot be made incomplete by somebody who takes part", async () => {
    const petra = await enrolled(server, managed, "Petra Svoboda", ["mentor"]);
    expect((await describeOneself(server, managed.programmeId, petra.cookie, { why: "  " })).refused).toBe(
      "incomplete",
    );
    expect((await mine(petra.cookie)).profile.why).toBe(aProfile.why);
  });

  it("is for whoever takes part: others find nothing", async () => {
    const yuki = await enrolled(server, managed, "Yuki Tanaka", ["mentee"]);
    const leave = await server.call(
      ChangeMyPlace,
      { params: { programmeId: managed.programmeId }, body: { act: "leave" } },
      yuki.cookie,
    );
    const after = await server.call(ReadMyPlace, { params: { programmeId: managed.programmeId } }, yuki.cookie);
    const manager = await server.call(ReadMyPlace, { params: { programmeId: managed.programmeId } }, managed.cookie);
    expect([leave.status, after.status, manager.status]).toEqual([200, 404, 404]);
    expect((await server.call(ReadMyPlace, { params: { programmeId: managed.programmeId } })).status).toBe(401);
  });
});

describe("what matching reads", () => {
  it("everyone with their own words; available is who takes part with a complete profile", async () => {
    const other = await setUp(server, "Olga Other");
    // Ids of one millisecond have no order.
    server.pass(1);
    const ana = await enrolled(server, other, "Ana Alm", ["mentee"], { wishes: ["hiring"], availability: "" });
    server.pass(1);
    const ben = await enrolled(server, other, "Ben Both", ["mentor", "mentee"], { capacity: 3 });
    server.pass(1);
    const cleo = await add(server, other, "Cleo Later", ["mentor"]);
    server.pass(1);
    const dan = await enrolled(server, other, "Dan Resting", ["mentor"]);
    await server.call(
      ChangeMyPlace,
      { params: { programmeId: other.programmeId }, body: { act: "pause" } },
      dan.cookie,
    );
    const gone = await enrolled(server, other, "Gone Person", ["mentee"]);
    await server.call(
      ChangeMyPlace,
      { params: { programmeId: other.programmeId }, body: { act: "leave" } },
      gone.cookie,
    );
    const { mentees, mentors, names } = await readCandidates(server.app.db.read, other.programmeId);
    expect(mentees.map(({ id, available }) => [id, available])).toEqual([
      [ana.participantId, true],
      [ben.participantId, true],
    ]);
    expect(mentors.map(({ id, available }) => [id, available])).toEqual([
      [ben.participantId, true],
      [cleo.participantId, false],
      [dan.participantId, false],
    ]);
    expect(mentees[0]).toMatchObject({
      topics: ["hiring"],
      languages: ["en", "de"],
      timeZone: "Europe/Berlin",
      availability: undefined,
    });
    expect(mentors[0]).toMatchObject({ offers: ["first teams"], limits: ["negotiating a salary"], capacity: 3 });
    expect([...names.values()].map(({ name }) => name)).not.toContain("Gone Person");
  });
});
