import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { hour } from "../../../values/instant.ts";
import { aMentee, aMentor, ask, correctFacts, type Person } from "../matching/testing.ts";
import { AddPerson, ChangePlace } from "../people/schema.ts";
import { add, type Managed } from "../people/testing.ts";
import { aFirstProgramme, setUp } from "../programmes/testing.ts";
import { ChangeProgramme, type ProgrammeSettings } from "../programmes/schema.ts";
import { Invite } from "../invitations/schema.ts";
import { entriesAPage, ListChanges, ListChangesAboutMe } from "./schema.ts";
import { noteChange } from "./store.ts";

let server: TestServer;
let managed: Managed;
let ingrid: Person;
let leila: Person;

beforeAll(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  ingrid = await aMentor(server, managed, "Ingrid Weiss");
  leila = await aMentee(server, managed, "Leila Haddad");
});

afterAll(() => server.end());

/** Each act at a moment of its own. */
const next = () => server.pass(1);

const listed = async (query = {}) =>
  (await server.call(ListChanges, { params: { programmeId: managed.programmeId }, query }, managed.cookie)).answer;
/** By act: what happens at one moment has no order. */
const byAct = (lines: ReadonlyArray<ReadonlyArray<unknown>>) =>
  lines.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));

const aboutMe = async ({ cookie }: { readonly cookie: string }) =>
  (await server.call(ListChangesAboutMe, {}, cookie)).answer.changes.map(({ act, by, aboutMe: isAboutMe }) => [
    act,
    by,
    isAboutMe,
  ]);

/** Saves the settings of before but for what is given. */
async function save(change: Partial<ProgrammeSettings>): Promise<void> {
  const settings = {
    ...aFirstProgramme,
    wording: "",
    mayLikeAWord: true,
    suggestionDays: 7,
    leavingDays: 60,
    ...change,
  };
  const { organisation: _, adultsOnly: __, ...body } = settings;
  next();
  const { status } = await server.call(
    ChangeProgramme,
    { params: { programmeId: managed.programmeId }, body },
    managed.cookie,
  );
  expect(status).toBe(200);
}

describe("what Marta changes", () => {
  it("is read by Leila as far as it is about her, with who and when, and without what it said", async () => {
    server.pass(hour);
    await correctFacts(server, managed, leila, { team: "Harbour" });
    expect(byAct(await aboutMe(leila))).toEqual([
      ["facts-corrected", "Marta Nowak", true],
      ["invited", "Marta Nowak", true],
      ["person-added", "Marta Nowak", true],
    ]);
    const { raw } = await server.call(ListChangesAboutMe, {}, leila.cookie);
    expect(raw.body).not.toContain("Harbour");
    expect(raw.body).not.toContain("Ingrid");
  });

  it("concerns everyone where it is about the programme", async () => {
    await save({ suggestionDays: 9, wording: "Kindly." });
    for (const person of [ingrid, leila])
      expect((await aboutMe(person))[0]).toEqual(["settings-changed", "Marta Nowak", false]);
  });

  it("says which settings, each save by itself, and nothing where a save changed nothing", async () => {
    const omar = { name: "Omar Sy", email: "omar.sy@northwind.example" };
    await save({ contacts: [...aFirstProgramme.contacts, omar] });
    await save({ contacts: [...aFirstProgramme.contacts, omar], name: "Winter mentoring", variant: "charity" });
    await save({ contacts: [...aFirstProgramme.contacts, omar], name: "Winter mentoring", variant: "charity" });
    const { changes } = await listed();
    const [last, before] = changes.filter(({ act }) => act === "settings-changed");
    expect(last?.parts).toEqual(["name", "limits"]);
    expect(before?.parts).toEqual(["limits", "contacts", "suggestion-days"]);
    const { raw } = await server.call(ListChangesAboutMe, {}, leila.cookie);
    expect(raw.body).toContain('"contacts"');
    expect(raw.body).not.toContain("Omar");
  });

  it("names to the two who are asked that they were asked, and not with whom", async () => {
    next();
    await ask(server, managed);
    const { raw } = await server.call(ListChangesAboutMe, {}, leila.cookie);
    expect((await aboutMe(leila))[0]).toEqual(["suggested", "Marta Nowak", true]);
    expect(raw.body).not.toContain("Ingrid");
    // A draft names nobody, not to managers either.
    const { changes } = await listed();
    expect(changes.find(({ act }) => act === "draft-made")).toMatchObject({ about: [], others: 0 });
    expect(changes.find(({ act }) => act === "suggested")).toMatchObject({ about: ["Ingrid Weiss", "Leila Haddad"] });
  });

  it("stays to be read by whoever has left, and nothing new about the programme does", async () => {
    const params = { programmeId: managed.programmeId, participantId: ingrid.participantId };
    next();
    await server.call(ChangePlace, { params, body: { act: "leave" } }, managed.cookie);
    expect(byAct(await aboutMe(ingrid))).toEqual([
      ["invited", "Marta Nowak", true],
      ["person-added", "Marta Nowak", true],
      ["set-to-left", "Marta Nowak", true],
      ["suggested", "Marta Nowak", true],
    ]);
  });
});

describe("the log of a programme", () => {
  it("notes a repeat once", async () => {
    const before = (await listed()).changes.length;
    const someone = await add(server, managed, "Tove Lind", ["mentee"]);
    const facts = {
      name: "Tove Lind",
      email: someone.email,
      roles: ["mentee" as const],
      team: "",
      site: "",
      level: null,
      managerEmail: "",
    };
    const params = { programmeId: managed.programmeId };
    await server.call(AddPerson, { params, body: { id: someone.participantId, facts } }, managed.cookie);
    const body = { requestId: server.app.chance.id(), people: [someone.participantId] };
    for (const _ of [1, 2]) await server.call(Invite, { params, body }, managed.cookie);
    expect((await listed()).changes.length).toBe(before + 2);
  });

  it("is undone together with the change that it notes", async () => {
    const before = (await listed()).changes.length;
    const failing = server.app.db.write(async (writer) => {
      await noteChange(writer, server.app.chance, server.now, managed, { act: "draft-made" });
      throw new Error("the change fails");
    });
    await expect(failing).rejects.toThrow("the change fails");
    expect((await listed()).changes.length).toBe(before);
  });

  it("comes a page at a time, whole and without doubles, and says who the operator was not", async () => {
    await server.app.db.write(async (writer) => {
      for (let count = 0; count < entriesAPage; count += 1) {
        server.pass(1);
        await noteChange(
          writer,
          server.app.chance,
          server.now,
          { programmeId: managed.programmeId },
          { act: "invited" },
        );
      }
    });
    const first = await listed();
    expect([first.changes.length, first.more]).toEqual([entriesAPage, true]);
    expect(first.changes[0]?.by).toBe("");
    const before = first.changes.at(-1)?.changeId;
    const rest = await listed(before ? { before } : {});
    expect(rest.more).toBe(false);
    const ids = [...first.changes, ...rest.changes].map(({ changeId }) => changeId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted().toReversed());
  });

  it("shows three names and how many more", async () => {
    const people = [];
    for (const name of ["Ava One", "Bo Two", "Cem Three", "Dee Four", "Eli Five"])
      people.push((await add(server, managed, name, ["mentee"])).participantId);
    const params = { programmeId: managed.programmeId };
    next();
    await server.call(Invite, { params, body: { requestId: server.app.chance.id(), people } }, managed.cookie);
    expect((await listed()).changes[0]).toMatchObject({
      act: "invited",
      by: "Marta Nowak",
      about: ["Ava One", "Bo Two", "Cem Three"],
      others: 2,
    });
  });
});
