import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import { ParticipantId, ProgrammeId } from "../../../values/id.ts";
import { addressKey } from "../../../values/text.ts";
import { dayLength, minute } from "../../../values/instant.ts";
import { AskContacts, ChangeContact } from "../contacts/schema.ts";
import { readyContacts } from "../disclosures/testing.ts";
import { Enrol } from "../enrolment/schema.ts";
import { endInvitationsOf } from "../invitations/left/store.ts";
import { AcceptInvitation } from "../invitations/schema.ts";
import { FinishProgramme, TakeFinishBack } from "../finish/schema.ts";
import { ReadLaunch } from "../launch/schema.ts";
import { AnswerSuggestion } from "../matching/proposals/schema.ts";
import { ListKnownPairs } from "../matching/known-pairs/schema.ts";
import { aMentee, aMentor, pairUp, type Person, suggestions } from "../matching/testing.ts";
import { EraseAccount } from "../my-data/erasing/schema.ts";
import { ListPeople } from "../people/schema.ts";
import { inviteByMail, type Managed } from "../people/testing.ts";
import { ReadMyPlace, SaveProfile } from "../profile/schema.ts";
import { ChangeProgramme, ProgrammeSettings, ReadProgramme } from "../programmes/schema.ts";
import { aFirstProgramme, launch, setUp } from "../programmes/testing.ts";
import { ListRelationships } from "../relationships/schema.ts";
import { ReadMe } from "../sign-in/schema.ts";
import { cookieOf } from "../sign-in/testing.ts";
import { AddContinuing, ListContinuing, MakeNext } from "./schema.ts";

let server: TestServer;
let managed: Managed;
let ingrid: Person, leila: Person;
beforeEach(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  ingrid = await aMentor(server, managed, "Ingrid Weiss", { capacity: 2 });
  leila = await aMentee(server, managed, "Leila Haddad", { wishes: ["Speaking up"] });
  await pairUp(server, managed, leila, ingrid);
});
afterEach(() => server.end());

const newId = () => ProgrammeId.parse(server.app.chance.id());
const paramsOf = ({ programmeId }: Pick<Managed, "programmeId">) => ({ params: { programmeId } });
const make = (nextId: ProgrammeId, from: Managed = managed) =>
  server.call(
    MakeNext,
    {
      ...paramsOf(from),
      body: { nextId, name: "Spring mentoring", timing: { kind: "rolling" }, adultsOnly: true, contactsApart: true },
    },
    from.cookie,
  );
/** The next programme, with its manager. */
async function aNext(): Promise<Managed> {
  const programmeId = newId();
  expect((await make(programmeId)).status).toBe(200);
  return { programmeId, cookie: managed.cookie };
}
const listed = async (next: Managed) => (await server.call(ListContinuing, paramsOf(next), next.cookie)).answer;
const chosen = (person: Person, role: "mentor" | "mentee") => ({
  id: ParticipantId.parse(server.app.chance.id()),
  earlier: person.participantId,
  roles: [role],
});
const theTwo = () => [chosen(ingrid, "mentor"), chosen(leila, "mentee")];
const together = () => [{ mentee: leila.participantId, mentor: ingrid.participantId }];
const put = (next: Managed, people: ReturnType<typeof theTwo>, pairs: ReturnType<typeof together> = []) =>
  server.call(AddContinuing, { ...paramsOf(next), body: { people, pairs } }, next.cookie);
/** Somebody accepts the new invitation. */
async function accepts(next: Managed, { id }: { readonly id: ParticipantId }, { email }: Person): Promise<string> {
  const token = await inviteByMail(server, next, { participantId: id, email });
  return cookieOf((await server.call(AcceptInvitation, { body: { token } })).raw, "oakroom");
}
/** The two come onto the list as a pair that goes on, and accept; Ingrid's cookie, and Leila's. */
async function bothAccept(next: Managed): Promise<readonly [string, string]> {
  const [his, hers] = theTwo();
  if (!his || !hers) throw new Error("nobody was chosen");
  await put(next, [his, hers], together());
  await launch(server, next.programmeId);
  return [await accepts(next, his, ingrid), await accepts(next, hers, leila)];
}
/** Leila's account is known by another address from now on. */
function moves(email: string): Promise<void> {
  return server.app.db.write(async (writer) => {
    const account = writer.selectFrom("account").select("email_key").where("id", "=", leila.accountId);
    const { email_key: emailKey } = await account.executeTakeFirstOrThrow();
    const now = { email, email_key: addressKey(email) };
    await writer.updateTable("account").set(now).where("id", "=", leila.accountId).execute();
    await endInvitationsOf(writer, { accountId: leila.accountId, emailKey }, server.now);
  });
}
/** Saves what was offered as it stands, and takes part. */
async function takesPart(next: Managed, cookie: string): Promise<void> {
  const { callName, about, profile } = (await server.call(ReadMyPlace, paramsOf(next), cookie)).answer;
  await server.call(SaveProfile, { ...paramsOf(next), body: { callName, about, profile } }, cookie);
  expect((await server.call(Enrol, paramsOf(next), cookie)).status).toBe(200);
}

describe("P88: Marta makes a next programme from the last one", () => {
  it("copies what the programme set, as a draft with the whole checklist; once more makes nothing more", async () => {
    const { answer: before } = await server.call(ReadProgramme, paramsOf(managed), managed.cookie);
    const body = ProgrammeSettings.parse({
      ...Object.fromEntries(Object.entries(before).filter(([name]) => name in ProgrammeSettings.shape)),
      wording: "Safety at work comes first.",
      leavingDays: 30,
      suggestionDays: 10,
      mayLikeAWord: false,
      contactsApart: true,
    });
    expect((await server.call(ChangeProgramme, { ...paramsOf(managed), body }, managed.cookie)).status).toBe(200);
    await server.call(FinishProgramme, { ...paramsOf(managed), body: { lastDay: null } }, managed.cookie);
    const next = await aNext();
    const { programmeId: nextId } = next;
    expect((await make(nextId)).answer).toEqual({ nextId });
    expect((await make(newId())).answer).toEqual({ nextId });
    expect(await Promise.all(Array.from({ length: 20 }, async () => (await make(newId())).answer.nextId))).toEqual(
      Array.from({ length: 20 }, () => nextId),
    );
    const other = await server.signIn("Otto Lang");
    const second = { programme_id: managed.programmeId, account_id: other.accountId, created_at: server.now };
    await server.app.db.write((writer) => writer.insertInto("programme_manager").values(second).execute());
    expect((await make(newId(), { ...managed, cookie: other.cookie })).refused).toBe("made-by-another");
    expect((await server.call(ReadProgramme, paramsOf(next), next.cookie)).answer).toMatchObject({
      name: "Spring mentoring",
      wording: "Safety at work comes first.",
      contacts: aFirstProgramme.contacts,
      leavingDays: 30,
      suggestionDays: 10,
      mayLikeAWord: false,
      isDraft: true,
      isNext: true,
      finishesAt: null,
    });
    expect((await server.call(ReadLaunch, paramsOf(next), next.cookie)).answer.done).toEqual([]);
    expect((await make(newId(), next)).refused).toBe("draft");
    expect((await make(managed.programmeId)).refused).toBe("id-taken");
  });

  it("a contact with keys counts as soon as they say anew that they are ready", async () => {
    const before = await readyContacts(server, managed, aFirstProgramme.contacts);
    const next = await aNext();
    const launchOf = async () => (await server.call(ReadLaunch, paramsOf(next), next.cookie)).answer;
    expect((await launchOf()).done).toEqual([]);
    const body = { requestId: server.app.chance.id() };
    await server.call(AskContacts, { ...paramsOf(next), body }, next.cookie);
    for (const { cookie } of before)
      await server.call(ChangeContact, { ...paramsOf(next), body: { act: "be-ready" } }, cookie);
    expect((await launchOf()).done).toEqual(["contacts"]);
  });
});

describe("who continues", () => {
  it("is put on the list and invited afresh; nobody takes part without a yes", async () => {
    const next = await aNext();
    expect((await listed(next)).people.map(({ name, isListed }) => [name, isListed])).toEqual([
      ["Ingrid Weiss", false],
      ["Leila Haddad", false],
    ]);
    const both = theTwo();
    expect((await put(next, both)).answer.added).toBe(2);
    expect((await put(next, both)).answer.added).toBe(0);
    expect((await put(next, theTwo())).answer.added).toBe(0);
    const { people } = (await server.call(ListPeople, paramsOf(next), next.cookie)).answer;
    expect(people.map(({ name, state, roles }) => [name, state, roles])).toEqual([
      ["Ingrid Weiss", "added", ["mentor"]],
      ["Leila Haddad", "added", ["mentee"]],
    ]);
    expect((await listed(next)).people.every(({ isListed }) => isListed)).toBe(true);
  });

  it("finds their own answers again, and a manager finds none of them before they are saved", async () => {
    const next = await aNext();
    const [, her] = theTwo();
    if (!her) throw new Error("nobody was chosen");
    await put(next, [her]);
    await launch(server, next.programmeId);
    const cookie = await accepts(next, her, leila);
    const { answer } = await server.call(ReadMyPlace, paramsOf(next), cookie);
    expect([answer.saved, answer.saidIn, answer.profile.wishes]).toEqual([
      false,
      aFirstProgramme.name,
      ["Speaking up"],
    ]);
    const stored = await server.app.db.read
      .selectFrom("profile")
      .select("participant_id")
      .where("programme_id", "=", next.programmeId)
      .execute();
    expect(stored).toEqual([]);
  });

  it("is reached at the address that is theirs now, comes in as themselves, and by no mail to an address they left", async () => {
    const next = await aNext();
    const [, her] = theTwo();
    if (!her) throw new Error("nobody was chosen");
    await put(next, [her]);
    await launch(server, next.programmeId);
    await moves("leila@elsewhere.example");
    const left = await inviteByMail(server, next, { participantId: her.id, email: "leila@elsewhere.example" });
    await moves("leila@new.example");
    expect((await server.call(AcceptInvitation, { body: { token: left } })).refused).toBe("expired");
    const cookie = await accepts(next, her, { ...leila, email: "leila@new.example" });
    expect((await server.call(ReadMe, {}, cookie)).answer.accountId).toBe(leila.accountId);
    // The managers' list keeps the address that they know.
    const { people } = (await server.call(ListPeople, paramsOf(next), next.cookie)).answer;
    expect(people.map(({ email }) => email)).toEqual([leila.email]);
  });

  it("S15: is on no list any more once they erased their account, under an address that they left neither", async () => {
    const next = await aNext();
    await put(next, theTwo(), together());
    await moves("leila@elsewhere.example");
    expect(
      (await server.call(EraseAccount, { body: { id: server.app.chance.id(), change: null } }, leila.cookie)).status,
    ).toBe(200);
    const { people } = (await server.call(ListPeople, paramsOf(next), next.cookie)).answer;
    expect(people.map(({ name }) => name)).toEqual(["Ingrid Weiss"]);
    expect((await server.call(ListKnownPairs, paramsOf(next), next.cookie)).answer.pairs).toEqual([]);
    expect((await listed(next)).people.map(({ name }) => name)).toEqual(["Ingrid Weiss"]);
    expect((await listed(next)).pairs).toEqual([]);
  });

  it("two who go on together are asked once both take part; their room stays where it is", async () => {
    const next = await aNext();
    const cookies = await bothAccept(next);
    const { pairs } = (await server.call(ListKnownPairs, paramsOf(next), next.cookie)).answer;
    expect(pairs.map(({ mentee, mentor }) => [mentee.name, mentor.name])).toEqual([["Leila Haddad", "Ingrid Weiss"]]);
    for (const cookie of cookies) await takesPart(next, cookie);
    await server.mails();
    const open = (await suggestions(server, { cookie: cookies[1] })).open;
    // Each reads that the room they have stays, before they say yes to a second one.
    expect(open.map(({ programmeId, known, roomIn }) => [programmeId, known, roomIn])).toEqual([
      [next.programmeId, true, aFirstProgramme.name],
    ]);
    const { relationships } = (await server.call(ListRelationships, {}, leila.cookie)).answer;
    expect(relationships.map(({ programmeId, state }) => [programmeId, state])).toEqual([
      [managed.programmeId, "live"],
    ]);
  });

  it("two who said yes have a second room, and the first is as it was, even once its programme ends", async () => {
    const next = await aNext();
    const cookies = await bothAccept(next);
    for (const cookie of cookies) await takesPart(next, cookie);
    await server.mails();
    server.pass(minute);
    for (const cookie of cookies) {
      const [open] = (await suggestions(server, { cookie })).open;
      if (!open) throw new Error("nothing was suggested");
      await server.call(AnswerSuggestion, { params: { matchId: open.matchId }, body: { answer: "yes" } }, cookie);
    }
    await server.call(FinishProgramme, { ...paramsOf(managed), body: { lastDay: null } }, managed.cookie);
    server.pass(2 * dayLength);
    await server.mails();
    const { relationships } = (await server.call(ListRelationships, {}, leila.cookie)).answer;
    expect(relationships.map(({ programmeId, state }) => [programmeId, state])).toEqual([
      [next.programmeId, "live"],
      [managed.programmeId, "live"],
    ]);
    expect(new Set(relationships.map(({ roomId }) => roomId)).size).toBe(2);
  });

  it("two who go on together and whose programme is held meanwhile are asked once the end is taken back", async () => {
    const next = await aNext();
    const cookies = await bothAccept(next);
    for (const cookie of cookies) await takesPart(next, cookie);
    await server.call(FinishProgramme, { ...paramsOf(next), body: { lastDay: null } }, next.cookie);
    await server.mails();
    const openOf = async () => (await suggestions(server, { cookie: cookies[1] })).open.length;
    expect(await openOf()).toBe(0);
    await server.call(TakeFinishBack, paramsOf(next), next.cookie);
    await server.mails();
    expect(await openOf()).toBe(1);
  });

  it("two who are never suggested to each other again are not in the next programme either", async () => {
    const [mentee_id, mentor_id] = [leila.participantId, ingrid.participantId];
    await server.app.db.write((writer) =>
      writer.insertInto("not_again").values({ programme_id: managed.programmeId, mentee_id, mentor_id }).execute(),
    );
    const next = await aNext();
    const both = theTwo();
    await put(next, both);
    const rows = await server.app.db.read
      .selectFrom("not_again")
      .select(["mentee_id", "mentor_id"])
      .where("programme_id", "=", next.programmeId)
      .execute();
    expect(rows).toEqual([{ mentee_id: both[1]?.id, mentor_id: both[0]?.id }]);
  });

  it("is nobody of a programme that the caller does not manage", async () => {
    const next = await aNext();
    const row = { programme_id: managed.programmeId };
    await server.app.db.write((writer) =>
      writer.deleteFrom("programme_manager").where("programme_id", "=", row.programme_id).execute(),
    );
    expect(await listed(next)).toEqual({ programmeName: "Spring mentoring", earlierName: null, people: [], pairs: [] });
    expect((await put(next, theTwo())).answer.added).toBe(0);
    const { people } = (await server.call(ListPeople, paramsOf(next), next.cookie)).answer;
    expect(people).toEqual([]);
  });
});
