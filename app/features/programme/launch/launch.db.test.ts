import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { ProgrammeId } from "../../../values/id.ts";
import { ListChanges } from "../changes/schema.ts";
import { Invite } from "../invitations/schema.ts";
import { SendDraft } from "../matching/drafts/schema.ts";
import { aMentee, aMentor, makeDraft } from "../matching/testing.ts";
import { ListPeople } from "../people/schema.ts";
import { add, type Managed } from "../people/testing.ts";
import { ReadProgramme } from "../programmes/schema.ts";
import { SetUp } from "../programmes/set-up/schema.ts";
import { replaceSetUpLink } from "../programmes/set-up/store.ts";
import { readyContacts } from "../disclosures/testing.ts";
import { aFirstProgramme, launch, setUp } from "../programmes/testing.ts";
import { cookieOf } from "../sign-in/testing.ts";
import { ownPoints } from "./rules.ts";
import { LaunchProgramme, MarkLaunchPoint, ReadLaunch } from "./schema.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

/** A programme as the set-up leaves it. */
async function aDraft(name: string, contacts = aFirstProgramme.contacts): Promise<Managed> {
  const token = server.app.chance.token();
  await server.app.db.write((writer) => replaceSetUpLink(writer, token));
  const programmeId = ProgrammeId.parse(server.app.chance.id());
  const manager = { name, email: `${name.toLowerCase().replaceAll(" ", ".")}@northwind.example` };
  const programme = { ...aFirstProgramme, contacts };
  const { raw } = await server.call(SetUp, { body: { token, programmeId, manager, programme } });
  return { programmeId, cookie: cookieOf(raw, "oakroom") };
}

/** Two whom no other programme names. */
const contactsOf = (whose: string) =>
  ["Tilde", "Theo"].map((first) => ({
    name: `${first} ${whose}`,
    email: `${first}.${whose}@northwind.example`.toLowerCase(),
  }));

const paramsOf = ({ programmeId }: Managed) => ({ params: { programmeId } });
const read = async (managed: Managed) => (await server.call(ReadLaunch, paramsOf(managed), managed.cookie)).answer;
const mark = (managed: Managed, point: (typeof ownPoints)[number], done: boolean) =>
  server.call(MarkLaunchPoint, { ...paramsOf(managed), body: { point, done } }, managed.cookie);
const open = (managed: Managed) => server.call(LaunchProgramme, paramsOf(managed), managed.cookie);

describe("P88: a new programme", () => {
  it("is a draft: people can be added, and nobody is invited, with the word that says why", async () => {
    const managed = await aDraft("Marta Nowak");
    expect(await read(managed)).toMatchObject({
      isDraft: true,
      done: [],
      contacts: [
        { name: "Lena Brandt", state: "named" },
        { name: "Paul Okafor", state: "named" },
      ],
    });
    await add(server, managed, "Leila Haddad", ["mentee"]);
    const { answer } = await server.call(ListPeople, paramsOf(managed), managed.cookie);
    expect([answer.isDraft, answer.people.length]).toEqual([true, 1]);
    expect((await server.call(ReadProgramme, paramsOf(managed), managed.cookie)).answer.isDraft).toBe(true);
    const before = (await server.mails()).length;
    const body = { requestId: server.app.chance.id(), people: "not-yet-asked" as const };
    expect((await server.call(Invite, { ...paramsOf(managed), body }, managed.cookie)).refused).toBe("draft");
    expect((await server.mails()).length).toBe(before);
  });

  it("opens once every point is marked, and not before", async () => {
    const managed = await aDraft("Otto Meier");
    for (const point of ownPoints) {
      expect((await open(managed)).refused).toBe("not-all-done");
      expect((await mark(managed, point, true)).status).toBe(200);
    }
    expect((await open(managed)).refused).toBe("not-all-done");
    await readyContacts(server, managed, aFirstProgramme.contacts);
    await mark(managed, "mentees", false);
    expect((await open(managed)).refused).toBe("not-all-done");
    await mark(managed, "mentees", true);
    expect((await open(managed)).status).toBe(200);
    expect(await read(managed)).toMatchObject({ isDraft: false });
    await add(server, managed, "Leila Haddad", ["mentee"]);
    const body = { requestId: server.app.chance.id(), people: "not-yet-asked" as const };
    expect((await server.call(Invite, { ...paramsOf(managed), body }, managed.cookie)).answer.invited).toBe(1);
  });

  it("P112 needs two contacts with keys, and one who can be offered to everybody on the list", async () => {
    const contacts = contactsOf("Ines");
    const managed = await aDraft("Ines Roth", contacts);
    const isDone = async () => (await read(managed)).done.includes("contacts");
    expect(await isDone()).toBe(false);
    await readyContacts(server, managed, contacts);
    expect(await isDone()).toBe(true);
    // Noor leads both, so that nobody is left for her; each of the two has the other.
    const { email: managerEmail } = await add(server, managed, "Noor Aziz", ["mentee"]);
    for (const { name } of contacts) await add(server, managed, name, ["mentor"], managerEmail);
    expect(await read(managed)).toMatchObject({ withoutContact: 1 });
    expect(await isDone()).toBe(false);
    expect((await open(managed)).refused).toBe("not-all-done");
  });

  it("stays open, whoever presses again, and is noted once", async () => {
    const contacts = contactsOf("Pia");
    const managed = await aDraft("Pia Lund", contacts);
    await readyContacts(server, managed, contacts);
    for (const point of ownPoints) await mark(managed, point, true);
    for (let time = 0; time < 2; time += 1) expect((await open(managed)).status).toBe(200);
    expect((await mark(managed, "mentors", false)).refused).toBe("launched");
    const { changes } = (await server.call(ListChanges, { ...paramsOf(managed), query: {} }, managed.cookie)).answer;
    expect(changes.filter(({ act }) => act === "launched")).toHaveLength(1);
  });

  it("suggests nobody to anybody while it is a draft", async () => {
    const managed = await setUp(server, "Rosa Blum");
    await aMentor(server, managed, "Ingrid Weiss");
    await aMentee(server, managed, "Noor Aziz");
    const draftId = await makeDraft(server, managed);
    const { db } = server.app;
    await db.write((writer) =>
      writer.updateTable("programme").set({ launched_at: null }).where("id", "=", managed.programmeId).execute(),
    );
    const asked = await server.call(SendDraft, { params: { ...paramsOf(managed).params, draftId } }, managed.cookie);
    expect(asked.refused).toBe("draft");
    await launch(server, managed.programmeId);
    expect(
      (await server.call(SendDraft, { params: { ...paramsOf(managed).params, draftId } }, managed.cookie)).status,
    ).toBe(200);
  });
});
