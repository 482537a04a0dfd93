import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../../../server/testing.ts";
import { readyContacts } from "../disclosures/testing.ts";
import { DraftId } from "../../../values/id.ts";
import { MakeDraft } from "../matching/drafts/schema.ts";
import { correctFacts, couldMeet, type CouldMeet, pairUp } from "../matching/testing.ts";
import type { Managed } from "../people/testing.ts";
import type { Contact } from "../programmes/rules.ts";
import { aFirstProgramme, nameContacts } from "../programmes/testing.ts";
import { ListRelationships } from "../relationships/schema.ts";
import { ReadMe, SignInWithLink } from "../sign-in/schema.ts";
import { askFor, cookieOf, plainMail } from "../sign-in/testing.ts";
import { AskContacts, ChangeContact, ReadContacts } from "./schema.ts";

let server: TestServer;
let managed: Managed;
let leila: CouldMeet["leila"];
let ingrid: CouldMeet["ingrid"];

beforeAll(async () => {
  ({ server, managed, leila, ingrid } = await couldMeet());
});

afterAll(() => server.end());

const [lena, paul] = aFirstProgramme.contacts;
const listed = async () => {
  const { answer } = await server.call(ReadContacts, { params: { programmeId: managed.programmeId } }, managed.cookie);
  return answer.contacts;
};
const offeredTo = async ({ cookie }: { readonly cookie: string }) => {
  const { answer } = await server.call(ReadMe, {}, cookie);
  return answer.participations[0]?.contacts.map(({ name }) => name);
};
const nameInstead = (contacts: ReadonlyArray<Contact>) => nameContacts(server, managed, contacts);

describe("Marta asks the two whom she named", () => {
  it("and each hears of it once, however often the same request comes", async () => {
    expect(await listed()).toMatchObject([
      { name: "Lena Brandt", state: "named", fingerprint: "" },
      { name: "Paul Okafor", state: "named", fingerprint: "" },
    ]);
    const params = { programmeId: managed.programmeId };
    const body = { requestId: "first" };
    for (let time = 0; time < 3; time += 1)
      expect((await server.call(AskContacts, { params, body }, managed.cookie)).answer).toEqual({ asked: 2 });
    const mails = (await server.mails()).filter((mail) => mail.includes("contact for concerns"));
    expect(mails).toHaveLength(2);
    expect(plainMail(mails.find((mail) => mail.includes(lena?.email ?? "")) ?? "")).toContain(
      "http://localhost:8480/contact",
    );
    expect((await listed()).map(({ state }) => state)).toEqual(["asked", "asked"]);
  });

  it("nobody is ready without keys, and a stranger is no contact", async () => {
    const stranger = await server.signIn("Mallory");
    const params = { programmeId: managed.programmeId };
    const call = ChangeContact;
    expect((await server.call(call, { params, body: { act: "be-ready" } }, stranger.cookie)).status).toBe(404);
    expect((await server.call(call, { params, body: { act: "be-ready" } }, leila.cookie)).status).toBe(404);
  });

  it("and asked again she is the one who was asked: whoever reads a mailbox that she left is no contact", async () => {
    const email = "lena@elsewhere.example";
    await server.app.db.write((writer) =>
      writer
        .updateTable("account")
        .set({ email, email_key: email })
        .where("email", "=", lena?.email ?? "")
        .execute(),
    );
    const params = { programmeId: managed.programmeId };
    await server.call(AskContacts, { params, body: { requestId: "again" } }, managed.cookie);
    const rows = await server.app.db.read.selectFrom("contact").select("account_id").execute();
    expect(rows).toHaveLength(2);
    const accounts = await server.app.db.read.selectFrom("account").select("email").execute();
    expect(accounts.map((account) => account.email)).not.toContain(lena?.email);
  });

  it("Paul, who has no keys, would rather not: Marta is told, and matching waits for another", async () => {
    const params = { programmeId: managed.programmeId };
    const { token } = await askFor(server, paul?.email ?? "");
    const asked = { cookie: cookieOf((await server.call(SignInWithLink, { body: { token } })).raw, "oakroom") };
    const say = async () =>
      (await server.call(ChangeContact, { params, body: { act: "step-down" } }, asked.cookie)).status;
    expect([await say(), await say()]).toEqual([200, 200]);
    expect((await listed()).map(({ state }) => state)).toEqual(["asked", "left"]);
    const told = (await server.mails()).filter((mail) =>
      plainMail(mail).includes("Paul Okafor is no longer available"),
    );
    expect(told).toHaveLength(1);
    expect((await server.call(ReadMe, {}, asked.cookie)).answer).toMatchObject({
      hasKeys: false,
      contactIn: [{ state: "left" }],
    });
    const body = { draftId: DraftId.parse(server.app.chance.id()), insteadOf: null };
    expect((await server.call(MakeDraft, { params, body }, managed.cookie)).refused).toBe("contact-left");
  });
});

describe("with other two, who have keys", () => {
  const others = [
    { name: "Noor Haddad", email: "noor@outside.example" },
    { name: "Theo Lang", email: "theo@northwind.example" },
  ];
  const rosa = { name: "Rosa Lima", email: "rosa@elsewhere.example" };
  let noor: { readonly cookie: string };

  beforeAll(async () => {
    await nameInstead(others);
    const [first] = await readyContacts(server, managed, others);
    if (!first) throw new Error("nobody is ready");
    noor = first;
  });

  it("managers and participants read six words of each, and the contact reads that they are one", async () => {
    const contacts = await listed();
    expect(contacts.map(({ state }) => state)).toEqual(["ready", "ready"]);
    for (const { fingerprint } of contacts) expect(fingerprint).toMatch(/^([a-z]+ ){5}[a-z]+$/);
    const { answer } = await server.call(ReadMe, {}, leila.cookie);
    expect(answer.participations[0]?.contacts).toEqual(
      contacts.map(({ name, email, fingerprint }) => ({ name, email, fingerprint })),
    );
    const mine = (await server.call(ReadMe, {}, noor.cookie)).answer;
    expect(mine.contactIn).toMatchObject([{ programmeId: managed.programmeId, state: "ready" }]);
    expect(mine.participations).toEqual([]);
    expect(answer.contactIn).toBeUndefined();
  });

  it("P112 whoever is in Leila's or her mentor's line is offered to neither, and nothing tells of it", async () => {
    expect(await offeredTo(leila)).toEqual(["Noor Haddad", "Theo Lang"]);
    await pairUp(server, managed, leila, ingrid);
    // Ingrid leads Theo, who is a contact: not for Leila either, once the two share a room.
    await correctFacts(server, managed, ingrid, { managerEmail: "theo@northwind.example" });
    expect(await offeredTo(leila)).toEqual(["Noor Haddad"]);
    expect(await offeredTo(ingrid)).toEqual(["Noor Haddad"]);
    const { answer, raw } = await server.call(ListRelationships, {}, leila.cookie);
    expect(answer.relationships[0]?.contacts.map(({ name }) => name)).toEqual(["Noor Haddad"]);
    expect(raw.body).not.toMatch(/Theo|in-line|hidden/);
    await correctFacts(server, managed, ingrid, { managerEmail: "" });
    expect(await offeredTo(leila)).toEqual(["Noor Haddad", "Theo Lang"]);
  });

  it("P112 where nobody is left for a pair, managers read how many people that are, and not who", async () => {
    const without = async () => {
      const params = { programmeId: managed.programmeId };
      const { answer, raw } = await server.call(ReadContacts, { params }, managed.cookie);
      expect(raw.body).not.toMatch(/Leila|Ingrid/);
      return answer.withoutContact;
    };
    expect(await without()).toBe(0);
    await correctFacts(server, managed, ingrid, { managerEmail: "theo@northwind.example" });
    await correctFacts(server, managed, leila, { managerEmail: "noor@outside.example" });
    expect(await offeredTo(leila)).toEqual([]);
    expect(await without()).toBe(2);
    // One more, from outside, is there for both.
    await nameInstead([...others, rosa]);
    expect([await offeredTo(leila), await offeredTo(ingrid)]).toEqual([["Rosa Lima"], ["Rosa Lima"]]);
    expect(await without()).toBe(0);
    await nameInstead(others);
    for (const person of [leila, ingrid]) await correctFacts(server, managed, person, { managerEmail: "" });
  });

  it("P112 also by an address that a contact signs in with now", async () => {
    const { read } = server.app.db;
    const { account_id: theo } = await read
      .selectFrom("contact")
      .select("account_id")
      .where("named_key", "=", "theo@northwind.example")
      .executeTakeFirstOrThrow();
    const moveTo = (email: string) =>
      server.app.db.write((writer) =>
        writer.updateTable("account").set({ email, email_key: email }).where("id", "=", theo).execute(),
      );
    await moveTo("theo.lang@northwind.example");
    await correctFacts(server, managed, ingrid, { managerEmail: "theo.lang@northwind.example" });
    expect(await offeredTo(leila)).toEqual(["Noor Haddad"]);
    await correctFacts(server, managed, ingrid, { managerEmail: "" });
    await moveTo("theo@northwind.example");
    expect(await offeredTo(leila)).toEqual(["Noor Haddad", "Theo Lang"]);
  });

  it("who steps down is offered to nobody, the programme is told once, and matching waits for another", async () => {
    const params = { programmeId: managed.programmeId };
    for (let time = 0; time < 2; time += 1)
      expect((await server.call(ChangeContact, { params, body: { act: "step-down" } }, noor.cookie)).status).toBe(200);
    expect(await offeredTo(leila)).toEqual(["Theo Lang"]);
    expect((await listed()).map(({ state }) => state)).toEqual(["left", "ready"]);
    const told = (await server.mails()).filter((mail) =>
      plainMail(mail).includes("Noor Haddad is no longer available"),
    );
    expect(told).toHaveLength(1);
    const draftId = DraftId.parse(server.app.chance.id());
    const draft = { params, body: { draftId, insteadOf: null } };
    expect((await server.call(MakeDraft, draft, managed.cookie)).refused).toBe("contact-left");
    await nameInstead([...others.slice(1), rosa]);
    expect((await listed()).map(({ name, state }) => [name, state])).toEqual([
      ["Theo Lang", "ready"],
      ["Rosa Lima", "named"],
    ]);
    // Nobody looks for a mentor any more; that is said, and nothing of contacts.
    expect((await server.call(MakeDraft, draft, managed.cookie)).refused).toBe("nobody-looks");
    expect((await server.call(ChangeContact, { params, body: { act: "be-ready" } }, noor.cookie)).refused).toBe(
      "named-no-longer",
    );
  });
});
