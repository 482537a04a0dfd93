import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../../server/testing.ts";
import { dayLength, later, minute } from "../../../../values/instant.ts";
import type { Roles } from "../../../../values/role.ts";
import { ChangeContact } from "../../contacts/schema.ts";
import { readyContacts } from "../../disclosures/testing.ts";
import { Enrol } from "../../enrolment/schema.ts";
import { aMentee, aMentor, answer, ask, board, firstMatch, pairUp, suggestions } from "../testing.ts";
import { ListPeople, ChangePlace, RemovePerson } from "../../people/schema.ts";
import { importFile } from "../../people/import/testing.ts";
import { describeOneself, join, type Managed, pretendKeys } from "../../people/testing.ts";
import { aFirstProgramme, nameContacts, setUp } from "../../programmes/testing.ts";
import { EndRelationship, ListRelationships } from "../../relationships/schema.ts";
import { plainMail } from "../../sign-in/testing.ts";
import { DropKnownPair, ListKnownPairs } from "./schema.ts";

let server: TestServer;
let managed: Managed;
beforeEach(async () => {
  server = await testServer("2026-10-01T08:00:00Z");
  managed = await setUp(server, "Marta Nowak");
});
afterEach(() => server.end());

const header = "Name,Email,Role,Manager email,Mentor email";
const address = (name: string) => `${name.toLowerCase().replaceAll(" ", ".")}@northwind.example`;
const row = (name: string, role: string, mentor = "", manager = "") =>
  [name, address(name), role, manager && address(manager), mentor && address(mentor)].join(",");
const params = () => ({ programmeId: managed.programmeId });

/** Imports rows as the preview says; gives what it did. */
async function importRows(...rows: ReadonlyArray<string>) {
  const imported = await importFile(server, managed, [header, ...rows].join("\n"));
  await server.mails();
  return imported;
}

/** Somebody of the list comes in, describes themself and takes part. */
async function comesIn(name: string, roles: Roles) {
  const { people } = (await server.call(ListPeople, { params: params() }, managed.cookie)).answer;
  const found = people.find(({ email }) => email === address(name));
  if (!found) throw new Error(`${name} is not on the list`);
  const someone = { participantId: found.id, email: found.email };
  const joined = await join(server, managed, someone);
  const isMentor = roles.includes("mentor");
  await describeOneself(
    server,
    managed.programmeId,
    joined.cookie,
    isMentor ? { capacity: 1 } : { helpWith: [], limits: [], capacity: 0, why: "" },
  );
  await pretendKeys(server, joined.accountId);
  await server.call(Enrol, { params: params() }, joined.cookie);
  await server.mails();
  return { ...someone, ...joined };
}

const waiting = async () => {
  const { pairs } = (await server.call(ListKnownPairs, { params: params() }, managed.cookie)).answer;
  return pairs.map(({ mentee, mentor, waitsFor }) => `${mentee.name} and ${mentor.name}: ${waitsFor}`);
};
const pairsOf = async (person: { readonly cookie: string }) =>
  (await server.call(ListRelationships, {}, person.cookie)).answer.relationships;
const subjectsTo = async (email: string) =>
  (await server.mails())
    .map(plainMail)
    .filter((mail) => mail.includes(`To: ${email}`))
    .map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1] ?? "");

const ingrid = "Ingrid Weiss";
const leila = "Leila Haddad";

describe("two who were a pair before", () => {
  it("wait until both take part, are asked once, and have their room when both say yes", async () => {
    const { looked, done } = await importRows(row(ingrid, "mentor"), row(leila, "mentee", ingrid));
    expect(looked).toMatchObject({ added: 2, pairs: 1, refusedLines: [] });
    expect(looked.people.find(({ name }) => name === leila)?.mentor).toBe(address(ingrid));
    expect(done.answer).toMatchObject({ added: 2, pairs: 1 });
    expect(await waiting()).toEqual([`${leila} and ${ingrid}: both`]);
    const mentee = await comesIn(leila, ["mentee"]);
    expect(await waiting()).toEqual([`${leila} and ${ingrid}: mentor`]);
    expect(await suggestions(server, mentee)).toMatchObject({ open: [], waiting: [{ since: "named" }] });
    const mentor = await comesIn(ingrid, ["mentor"]);
    expect(await waiting()).toEqual([]);
    const [open] = (await suggestions(server, mentee)).open;
    expect(open).toMatchObject({ myRole: "mentee", known: true, answered: false });
    expect(open?.other.seen.name).toBe(ingrid);
    expect(await subjectsTo(mentee.email)).toContain(
      "The autumn programme: your pair in Oakroom".replace("The autumn programme", open?.programmeName ?? ""),
    );
    const matchId = await firstMatch(server, mentee);
    expect((await answer(server, mentee, matchId, "yes")).answer).toEqual({ relationshipId: null });
    expect(await pairsOf(mentee)).toEqual([]);
    const came = (await answer(server, mentor, matchId, "yes")).answer;
    expect((await pairsOf(mentor)).map(({ relationshipId }) => relationshipId)).toEqual([came.relationshipId]);
  });

  it("wait while a contact for concerns has stepped down, and are asked once another is named in their place", async () => {
    const [contact] = await readyContacts(server, managed, aFirstProgramme.contacts);
    await importRows(row(ingrid, "mentor"), row(leila, "mentee", ingrid));
    const body = { act: "step-down" as const };
    await server.call(ChangeContact, { params: params(), body }, contact?.cookie ?? "");
    const mentee = await comesIn(leila, ["mentee"]);
    await comesIn(ingrid, ["mentor"]);
    expect(await waiting()).toEqual([`${leila} and ${ingrid}: contact`]);
    expect((await suggestions(server, mentee)).open).toEqual([]);
    const another = { name: "Rosa Lima", email: "rosa@elsewhere.example" };
    await nameContacts(server, managed, [another, ...aFirstProgramme.contacts.slice(1)]);
    await server.mails();
    expect(await waiting()).toEqual([]);
    expect((await suggestions(server, mentee)).open).toHaveLength(1);
  });

  it("or are asked once that contact is there again", async () => {
    const [contact] = await readyContacts(server, managed, aFirstProgramme.contacts);
    const stands = (act: "be-ready" | "step-down") =>
      server.call(ChangeContact, { params: params(), body: { act } }, contact?.cookie ?? "");
    await stands("step-down");
    await importRows(row(ingrid, "mentor"), row(leila, "mentee", ingrid));
    const mentee = await comesIn(leila, ["mentee"]);
    await comesIn(ingrid, ["mentor"]);
    expect((await suggestions(server, mentee)).open).toEqual([]);
    server.pass(minute);
    await stands("be-ready");
    await server.mails();
    expect((await suggestions(server, mentee)).open).toHaveLength(1);
  });

  it("skip matching: nobody else is suggested to the mentee, and the mentor's place is taken", async () => {
    await importRows(row(ingrid, "mentor"), row(leila, "mentee", ingrid));
    await comesIn(ingrid, ["mentor"]);
    await aMentee(server, managed, "Nia Cole");
    const found = await board(server, managed);
    expect(found).toMatchObject({ looking: 1, freePlaces: 0 });
    await aMentor(server, managed, "Emil Berg");
    await ask(server, managed);
    const asked = await board(server, managed);
    expect(asked.asked.map(({ mentee, mentor }) => `${mentee.name}, ${mentor.name}`)).toEqual(["Nia Cole, Emil Berg"]);
  });

  it("stand on the board where their mentor has more mentees than places, before and after they are asked", async () => {
    const mentor = await aMentor(server, managed, ingrid);
    const first = await aMentee(server, managed, "Nia Cole");
    await pairUp(server, managed, first, mentor);
    expect((await board(server, managed)).full).toEqual([]);
    const { looked } = await importRows(row(leila, "mentee", ingrid));
    expect(looked.faults.map(({ word, full }) => [word, full])).toEqual([
      ["more-than-places", { places: 1, mentees: 2 }],
    ]);
    const full = [{ mentor: mentor.participantId, places: 1, mentees: 2 }];
    expect((await board(server, managed)).full).toEqual(full);
    const mentee = await comesIn(leila, ["mentee"]);
    expect((await suggestions(server, mentee)).open).toHaveLength(1);
    expect((await board(server, managed)).full).toEqual(full);
    await describeOneself(server, managed.programmeId, mentor.cookie, { capacity: 2 });
    expect((await board(server, managed)).full).toEqual([]);
  });

  it("are free again where one says not this one, which is not said to anybody, and are not asked once more", async () => {
    await importRows(row(ingrid, "mentor"), row(leila, "mentee", ingrid));
    const mentee = await comesIn(leila, ["mentee"]);
    const mentor = await comesIn(ingrid, ["mentor"]);
    await answer(server, mentor, await firstMatch(server, mentee), "no");
    expect((await suggestions(server, mentee)).open).toHaveLength(1);
    expect((await board(server, managed)).looking).toBe(0);
    server.now = later(server.now, 7 * dayLength);
    await server.mails();
    expect((await suggestions(server, mentee)).open).toEqual([]);
    expect((await board(server, managed)).looking).toBe(1);
    await importRows(row(ingrid, "mentor"), row(leila, "mentee", ingrid));
    expect(await waiting()).toEqual([]);
    const anew = [row(ingrid, "mentor"), row(leila, "mentee")];
    await importRows(...anew);
    await importRows(row(ingrid, "mentor"), row(leila, "mentee", ingrid));
    expect(await waiting()).toEqual([`${leila} and ${ingrid}: not-available`]);
    expect((await suggestions(server, mentee)).open).toEqual([]);
  });

  it("are asked once another suggestion has closed", async () => {
    const mentee = await aMentee(server, managed, leila);
    await aMentor(server, managed, "Emil Berg");
    await ask(server, managed);
    const { looked } = await importRows(row(ingrid, "mentor"), row(leila, "mentee", ingrid));
    expect(looked.faults.map(({ word }) => word)).toEqual(["asked-later"]);
    await comesIn(ingrid, ["mentor"]);
    expect(await waiting()).toEqual([`${leila} and ${ingrid}: other-suggestion`]);
    server.now = later(server.now, 7 * dayLength + minute);
    await server.mails();
    const open = (await suggestions(server, mentee)).open;
    expect(open.map(({ other, known }) => [other.seen.name, known])).toEqual([[ingrid, true]]);
  });

  it("P92 never: a reporting line is no pair, in the file or once it is known", async () => {
    const { looked } = await importRows(row(ingrid, "mentor"), row(leila, "mentee", ingrid, ingrid));
    expect(looked.faults.map(({ word, line }) => [word, line])).toEqual([["pair-in-line", 3]]);
    // Both are there, and nobody is asked for the pair.
    expect((await server.call(ListPeople, { params: params() }, managed.cookie)).answer.people).toHaveLength(2);
    expect(await waiting()).toEqual([]);
    await importRows(row(ingrid, "mentor"), row(leila, "mentee", ingrid));
    await importRows(row(ingrid, "mentor", "", leila));
    await comesIn(leila, ["mentee"]);
    await comesIn(ingrid, ["mentor"]);
    expect(await waiting()).toEqual([`${leila} and ${ingrid}: line`]);
  });

  it("are let go by a manager, by a leaving, by a name taken off the list, or by the file", async () => {
    const file = [row(ingrid, "mentor"), row(leila, "mentee", ingrid), row("Nia Cole", "mentee", ingrid)];
    await importRows(...file);
    const { people } = (await server.call(ListPeople, { params: params() }, managed.cookie)).answer;
    const idOf = (name: string) => people.find((one) => one.name === name)?.id ?? "";
    const person = (name: string) => ({ params: { ...params(), participantId: idOf(name) } });
    expect((await server.call(DropKnownPair, person(leila), managed.cookie)).status).toBe(200);
    expect((await server.call(DropKnownPair, person(leila), managed.cookie)).status).toBe(200);
    expect(await waiting()).toEqual([`Nia Cole and ${ingrid}: both`]);
    await importRows(row("Nia Cole", "mentee"));
    expect(await waiting()).toEqual([]);
    await importRows(row("Nia Cole", "mentee", ingrid));
    await comesIn("Nia Cole", ["mentee"]);
    await server.call(ChangePlace, { ...person("Nia Cole"), body: { act: "leave" } }, managed.cookie);
    expect(await waiting()).toEqual([]);
    await importRows(row("Omar Aziz", "mentee", ingrid));
    expect((await server.call(RemovePerson, person(ingrid), managed.cookie)).status).toBe(200);
    expect(await waiting()).toEqual([]);
  });

  it("are asked at once where both take part already, and once however often it is tried", async () => {
    const mentee = await aMentee(server, managed, leila);
    const mentor = await aMentor(server, managed, ingrid);
    await importRows(row(leila, "mentee", ingrid));
    const open = (await suggestions(server, mentor)).open;
    expect(open).toHaveLength(1);
    await answer(server, mentee, await firstMatch(server, mentee), "yes");
    const { relationshipId } = (await answer(server, mentor, await firstMatch(server, mentee), "yes")).answer;
    if (!relationshipId) throw new Error("no pair");
    await server.call(EndRelationship, { params: { relationshipId } }, mentee.cookie);
    await importRows(row(leila, "mentee", ingrid));
    expect((await suggestions(server, mentor)).open).toEqual([]);
  });
});
