import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import { ParticipantId } from "../../../values/id.ts";
import { Invite, ReadInvitation } from "../invitations/schema.ts";
import { setUp } from "../programmes/testing.ts";
import { OpenProfile } from "../my-data/looks/schema.ts";
import { AddPerson, ChangePlace, CorrectPerson, ListPeople, ReadPerson, RemovePerson } from "./schema.ts";
import { add, enrolled, inviteByMail, join, type Managed } from "./testing.ts";

let server: TestServer;
let managed: Managed;
beforeAll(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
});
afterAll(() => server.end());

const list = async () =>
  (await server.call(ListPeople, { params: { programmeId: managed.programmeId } }, managed.cookie)).answer.people;
const one = (participantId: ParticipantId) => ({ programmeId: managed.programmeId, participantId });
const read = async (participantId: ParticipantId) =>
  (await server.call(ReadPerson, { params: one(participantId) }, managed.cookie)).answer;

describe("the people of a programme", () => {
  it("Marta adds Leila once, however often she presses", async () => {
    const leila = await add(server, managed, "Leila Haddad", ["mentee"]);
    const facts = {
      name: "Leila Haddad",
      email: leila.email,
      roles: ["mentee" as const],
      team: "",
      site: "",
      level: null,
      managerEmail: "",
    };
    const again = await server.call(
      AddPerson,
      { params: { programmeId: managed.programmeId }, body: { id: leila.participantId, facts } },
      managed.cookie,
    );
    const other = await server.call(
      AddPerson,
      {
        params: { programmeId: managed.programmeId },
        body: {
          id: ParticipantId.parse(server.app.chance.id()),
          facts: { ...facts, email: leila.email.toUpperCase() },
        },
      },
      managed.cookie,
    );
    expect([again.status, other.refused]).toEqual([200, "address-in-use"]);
    expect((await list()).filter(({ name }) => name === "Leila Haddad")).toHaveLength(1);
  });

  it("the list says where each one stands", async () => {
    const invited = await add(server, managed, "Ines Costa", ["mentee"]);
    await inviteByMail(server, managed, invited);
    await enrolled(server, managed, "Emil Berg", ["mentor", "mentee"]);
    const people = await list();
    expect(people.find(({ name }) => name === "Ines Costa")).toMatchObject({
      state: "invited",
      invitedUntil: server.now + 14 * 86_400_000,
    });
    expect(people.find(({ name }) => name === "Emil Berg")).toMatchObject({
      state: "enrolled",
      invitedUntil: 0,
      roles: ["mentor", "mentee"],
    });
  });

  it("a corrected address ends the link that went to the wrong one", async () => {
    const ravi = await add(server, managed, "Ravi Iyer", ["mentee"]);
    const token = await inviteByMail(server, managed, ravi);
    const facts = {
      name: "Ravi Iyer",
      email: "ravi@correct.example",
      roles: ["mentee" as const],
      team: "Product",
      site: "",
      level: 3,
      managerEmail: "",
    };
    expect(
      (await server.call(CorrectPerson, { params: one(ravi.participantId), body: facts }, managed.cookie)).status,
    ).toBe(200);
    expect((await server.call(ReadInvitation, { body: { token } })).refused).toBe("expired");
    expect(await read(ravi.participantId)).toMatchObject({
      state: "added",
      invitation: null,
      facts: { email: "ravi@correct.example", team: "Product", level: 3 },
    });
  });

  it("whoever has joined keeps the address they joined with", async () => {
    const petra = await enrolled(server, managed, "Petra Svoboda", ["mentor"]);
    const { facts } = await read(petra.participantId);
    const moved = await server.call(
      CorrectPerson,
      { params: one(petra.participantId), body: { ...facts, email: "other@northwind.example" } },
      managed.cookie,
    );
    const same = await server.call(
      CorrectPerson,
      { params: one(petra.participantId), body: { ...facts, email: petra.email.toUpperCase(), team: "Finance" } },
      managed.cookie,
    );
    expect([moved.refused, same.status]).toEqual(["joined-with-this-address", 200]);
  });

  it("nobody is made their own manager", async () => {
    const yuki = await add(server, managed, "Yuki Tanaka", ["mentee"]);
    const { facts } = await read(yuki.participantId);
    const own = await server.call(
      CorrectPerson,
      { params: one(yuki.participantId), body: { ...facts, managerEmail: yuki.email.toUpperCase() } },
      managed.cookie,
    );
    expect([own.status, own.raw.json()]).toEqual([400, { error: "bad-request", fields: ["managerEmail"] }]);
  });

  it("a person's page has what the programme may read of the profile, and no more", async () => {
    const mei = await enrolled(server, managed, "Mei Vidal", ["mentor"]);
    const { facts, managerName, joined } = await read(mei.participantId);
    const opened = await server.call(OpenProfile, { params: one(mei.participantId) }, managed.cookie);
    const { profile } = opened.answer;
    expect(profile).toMatchObject({ why: "Somebody did this for me.", limits: ["negotiating a salary"], capacity: 2 });
    expect(profile).not.toHaveProperty("setback");
    expect([facts.name, managerName, joined]).toEqual(["Mei Vidal", "", true]);
  });

  it("Emil rests and goes on; whoever left comes back by a new invitation alone", async () => {
    const emil = await enrolled(server, managed, "Emil Two", ["mentor"]);
    const act = async (word: "pause" | "resume" | "leave") =>
      (await server.call(ChangePlace, { params: one(emil.participantId), body: { act: word } }, managed.cookie))
        .refused;
    expect([
      await act("pause"),
      await act("pause"),
      await act("resume"),
      await act("leave"),
      await act("leave"),
      await act("resume"),
      await act("pause"),
    ]).toEqual([undefined, undefined, undefined, undefined, undefined, "not-now", "not-now"]);
    await join(server, managed, emil);
    expect((await read(emil.participantId)).state).toBe("enrolled");
  });

  it("somebody who has not joined can be taken off the list, somebody who has cannot", async () => {
    const wrong = await add(server, managed, "Wrong Row", ["mentee"]);
    const token = await inviteByMail(server, managed, wrong);
    const kept = await enrolled(server, managed, "Kept Person", ["mentee"]);
    const gone = await server.call(RemovePerson, { params: one(wrong.participantId) }, managed.cookie);
    const refused = await server.call(RemovePerson, { params: one(kept.participantId) }, managed.cookie);
    expect([gone.status, refused.refused, (await server.call(ReadInvitation, { body: { token } })).refused]).toEqual([
      200,
      "joined",
      "expired",
    ]);
    expect((await list()).map(({ name }) => name)).not.toContain("Wrong Row");
  });

  it("another programme's manager finds nothing here, and nothing there looks different", async () => {
    const other = await setUp(server, "Olga Other");
    const leila = (await list())[0];
    if (!leila) throw new Error("nobody there");
    const foreign = await server.call(ReadPerson, { params: one(leila.id) }, other.cookie);
    const mixed = await server.call(
      ReadPerson,
      { params: { programmeId: other.programmeId, participantId: leila.id } },
      other.cookie,
    );
    const missing = await server.call(
      ReadPerson,
      { params: { programmeId: other.programmeId, participantId: ParticipantId.parse(server.app.chance.id()) } },
      other.cookie,
    );
    expect([foreign.raw.body, mixed.raw.body, missing.raw.body, foreign.status]).toEqual(
      Array(3).fill('{"error":"not-found"}').concat(404),
    );
    const people = await server.call(
      Invite,
      { params: { programmeId: other.programmeId }, body: { requestId: server.app.chance.id(), people: [leila.id] } },
      other.cookie,
    );
    expect(people.answer).toEqual({ invited: 0 });
  });
});
