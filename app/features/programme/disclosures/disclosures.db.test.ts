import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestServer } from "../../../server/testing.ts";
import { type LetterId, type RelationshipId, SignInId } from "../../../values/id.ts";
import { ChangeContact } from "../contacts/schema.ts";
import { correctFacts, couldMeet, type CouldMeet, pairUp } from "../matching/testing.ts";
import type { Managed } from "../people/testing.ts";
import { aFirstProgramme } from "../programmes/testing.ts";
import { EndRelationship, ListRelationships, PauseRelationship } from "../relationships/schema.ts";
import { plainMail } from "../sign-in/testing.ts";
import { mostAnswers } from "./rules.ts";
import {
  AnswerDisclosure,
  Disclose,
  ListDisclosures,
  ListOffered,
  ReadDisclosure,
  ReadDisclosurePerson,
  TakeUpDisclosure,
} from "./schema.ts";
import { newLetterId, type ReadyContact, readyContacts, shapedLetter } from "./testing.ts";

let server: TestServer;
let managed: Managed;
let leila: CouldMeet["leila"];
let ingrid: CouldMeet["ingrid"];
let lena: ReadyContact;
let paul: ReadyContact;
let relationshipId: RelationshipId;
let id: LetterId;

beforeAll(async () => {
  ({ server, managed, leila, ingrid } = await couldMeet());
  relationshipId = await pairUp(server, managed, leila, ingrid);
  const [first, second] = await readyContacts(server, managed, aFirstProgramme.contacts);
  if (!first || !second) throw new Error("too few contacts");
  [lena, paul] = [first, second];
});
beforeEach(() => {
  id = newLetterId(server);
});

afterAll(() => server.end());

function show(
  contact: ReadyContact = lena,
  sealed = shapedLetter(id, leila.accountId, contact.accountId),
  disclosureId = id,
  { cookie }: { readonly cookie: string } = leila,
) {
  const body = { contactId: contact.accountId, sealed };
  return server.call(Disclose, { params: { relationshipId, disclosureId }, body }, cookie);
}
const offered = async ({ cookie }: { readonly cookie: string }) => {
  const { answer } = await server.call(ListOffered, { params: { relationshipId } }, cookie);
  return answer.contacts.map(({ name }) => name);
};
const inbox = async ({ cookie }: { readonly cookie: string }) =>
  (await server.call(ListDisclosures, {}, cookie)).answer.received.map(({ disclosureId }) => disclosureId);
const params = () => ({ disclosureId: id });

describe("Leila shows something to Lena", () => {
  it("and Lena alone has it: not Paul, not Ingrid, not the manager", async () => {
    const sealed = shapedLetter(id, leila.accountId, lena.accountId);
    expect((await show(lena, sealed)).status).toBe(200);
    expect(await inbox(lena)).toEqual([id]);
    const { answer } = await server.call(ReadDisclosure, { params: params() }, lena.cookie);
    expect(answer).toMatchObject({ senderId: leila.accountId, sealed, takenUpAt: null });
    for (const { cookie } of [paul, ingrid, managed, leila]) {
      expect((await server.call(ReadDisclosure, { params: params() }, cookie)).status).toBe(404);
      expect(await inbox({ cookie })).toEqual([]);
    }
    const seen = await server.call(ListRelationships, {}, ingrid.cookie);
    expect(seen.raw.body).not.toContain(id);
    const row = await server.app.db.read.selectFrom("disclosure").selectAll().where("id", "=", id).executeTakeFirst();
    expect(JSON.stringify(row)).not.toContain(relationshipId);
    expect(JSON.stringify(row)).not.toContain(ingrid.accountId);
  });

  it("once, however often it is sent; and no other letter takes its place", async () => {
    const sealed = shapedLetter(id, leila.accountId, lena.accountId);
    const before = (await inbox(lena)).length;
    const answers = await Promise.all(Array.from({ length: 50 }, () => show(lena, sealed)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await inbox(lena)).toHaveLength(before + 1);
    expect((await show()).refused).toBe("unreadable");
    const mails = (await server.mails()).filter((mail) => mail.includes("was shown to you"));
    expect(mails).toHaveLength((await inbox(lena)).length);
    for (const mail of mails) expect(plainMail(mail)).not.toMatch(/Leila|Ingrid|Autumn/);
  });

  it.each([
    ["from somebody else", () => shapedLetter(id, ingrid.accountId, lena.accountId)],
    ["for somebody else", () => shapedLetter(id, leila.accountId, paul.accountId)],
    ["under another id", () => shapedLetter(newLetterId(server), leila.accountId, lena.accountId)],
    ["that is none", () => "AAAA"],
  ])("but no letter %s", async (_, sealed) => {
    expect((await show(lena, sealed())).refused).toBe("unreadable");
    expect(await inbox(lena)).not.toContain(id);
  });
});

describe("C29 P112 whom something can be shown to", () => {
  it("nobody who is no contact, and nobody in either person's line, all refused alike", async () => {
    const stranger = await server.signIn("Mallory");
    expect((await show(stranger)).refused).toBe("not-offered");
    expect((await show({ accountId: ingrid.accountId, cookie: "" })).refused).toBe("not-offered");
    expect(await offered(leila)).toEqual(["Lena Brandt", "Paul Okafor"]);
    await correctFacts(server, managed, ingrid, { managerEmail: "paul.okafor@northwind.example" });
    expect(await offered(leila)).toEqual(["Lena Brandt"]);
    expect(await offered(ingrid)).toEqual(["Lena Brandt"]);
    expect((await show(paul)).refused).toBe("not-offered");
    await correctFacts(server, managed, ingrid, { managerEmail: "" });
    expect((await show(paul)).status).toBe(200);
  });

  it("not a contact who stepped down; what they were shown before stays with them", async () => {
    await show(paul);
    const place = { params: { programmeId: managed.programmeId } };
    await server.call(ChangeContact, { ...place, body: { act: "step-down" } }, paul.cookie);
    expect(await offered(leila)).toEqual(["Lena Brandt"]);
    expect((await show(paul, undefined, newLetterId(server))).refused).toBe("not-offered");
    expect((await server.call(ReadDisclosure, { params: params() }, paul.cookie)).status).toBe(200);
    await server.call(ChangeContact, { ...place, body: { act: "be-ready" } }, paul.cookie);
  });
});

describe("Lena", () => {
  beforeEach(() => show());

  it("finds the keys of those whose words she holds, and of nobody outside the programme", async () => {
    const read = (accountId: typeof lena.accountId, { cookie } = lena) =>
      server.call(ReadDisclosurePerson, { params: { ...params(), accountId } }, cookie);
    expect((await read(ingrid.accountId)).answer).toMatchObject({ name: "Ingrid Weiss" });
    const stranger = await server.signIn("Nobody Else");
    expect((await read(stranger.accountId)).status).toBe(404);
    expect((await read(ingrid.accountId, paul)).status).toBe(404);
  });

  it("takes it up and answers; Leila sees both, and her mail says only that something waits", async () => {
    expect((await server.call(TakeUpDisclosure, { params: params() }, lena.cookie)).status).toBe(200);
    const answerId = newLetterId(server);
    const body = { sealed: shapedLetter(answerId, lena.accountId, leila.accountId) };
    const before = (await server.mails()).length;
    for (let time = 0; time < 2; time += 1)
      expect(
        (await server.call(AnswerDisclosure, { params: { ...params(), answerId }, body }, lena.cookie)).status,
      ).toBe(200);
    const { sent } = (await server.call(ListDisclosures, {}, leila.cookie)).answer;
    expect(sent.find(({ disclosureId }) => disclosureId === id)).toMatchObject({
      contactId: lena.accountId,
      takenUpAt: server.now,
      answers: [{ answerId, sealed: body.sealed }],
    });
    const mails = (await server.mails()).slice(before);
    expect(mails).toHaveLength(1);
    expect(plainMail(mails[0] ?? "")).not.toMatch(/Lena|contact|concern|answer/i);
    const forged = { sealed: shapedLetter(answerId, paul.accountId, leila.accountId) };
    const again = { params: { ...params(), answerId: newLetterId(server) }, body: forged };
    expect((await server.call(AnswerDisclosure, again, lena.cookie)).refused).toBe("unreadable");
  });

  it("and the two alone are told on the live stream, each time", async () => {
    const told: unknown[] = [];
    const { live } = server.app;
    const stops = [leila, lena, ingrid, paul, managed].flatMap((person) =>
      "accountId" in person
        ? [
            live.listen({
              accountId: person.accountId,
              signInId: SignInId.parse(server.app.chance.id()),
              logChanged: () => undefined,
              factChanged: (fact) => told.push([person.accountId, fact]),
              end: () => undefined,
            }),
          ]
        : [],
    );
    const fact = { about: "disclosure", id };
    const both = [
      [leila.accountId, fact],
      [lena.accountId, fact],
    ];
    await server.call(TakeUpDisclosure, { params: params() }, lena.cookie);
    expect(told.splice(0)).toEqual(both);
    const answerId = newLetterId(server);
    const body = { sealed: shapedLetter(answerId, lena.accountId, leila.accountId) };
    await server.call(AnswerDisclosure, { params: { ...params(), answerId }, body }, lena.cookie);
    expect(told.splice(0)).toEqual(both);
    for (const stop of stops) stop();
  });

  it("answers so often and no more", async () => {
    const results = [];
    for (let time = 0; time <= mostAnswers; time += 1) {
      const answerId = newLetterId(server);
      const body = { sealed: shapedLetter(answerId, lena.accountId, leila.accountId) };
      results.push(
        (await server.call(AnswerDisclosure, { params: { ...params(), answerId }, body }, lena.cookie)).status,
      );
    }
    expect(results).toEqual([...Array.from({ length: mostAnswers }, () => 200), 409]);
  });
});

it("P112 it works while the pair is paused, and after it has ended", async () => {
  await server.call(PauseRelationship, { params: { relationshipId } }, leila.cookie);
  expect((await show()).status).toBe(200);
  await server.call(EndRelationship, { params: { relationshipId } }, ingrid.cookie);
  expect((await show(paul, undefined, newLetterId(server))).refused).toBe("unreadable");
  id = newLetterId(server);
  expect((await show(paul)).status).toBe(200);
});

it("P113 never: anything reaches a contact that nobody sent, however long a pair is silent", async () => {
  const received = await inbox(lena);
  const toContacts = async () => (await server.mails()).filter((mail) => /lena\.brandt|paul\.okafor/.test(mail)).length;
  const before = await toContacts();
  for (let month = 0; month < 4; month += 1) {
    server.pass(30 * 86_400_000);
    expect(await toContacts()).toBe(before);
  }
  const kept = await server.app.db.read
    .selectFrom("disclosure")
    .select("id")
    .where("contact_id", "=", lena.accountId)
    .execute();
  expect(kept.length).toBe(received.length);
});
