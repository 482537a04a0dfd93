import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import { aDay } from "../../../values/day.ts";
import { DraftId, type RelationshipId } from "../../../values/id.ts";
import { dayLength, hour } from "../../../values/instant.ts";
import { Enrol } from "../enrolment/schema.ts";
import { ListChanges, ListChangesAboutMe } from "../changes/schema.ts";
import { AcceptInvitation, ExtendInvitation, Invite, ReadInvitation } from "../invitations/schema.ts";
import { MakeDraft, ReadBoard, SendDraft } from "../matching/drafts/schema.ts";
import { AnswerSuggestion } from "../matching/proposals/schema.ts";
import { importFile } from "../people/import/testing.ts";
import { aMentee, aMentor, ask, makeDraft, pairUp, type Person, suggestions } from "../matching/testing.ts";
import { ListPeople } from "../people/schema.ts";
import { add, inviteByMail, type Managed } from "../people/testing.ts";
import { ReadProgramme } from "../programmes/schema.ts";
import { launch, setUp } from "../programmes/testing.ts";
import { ListRelationships } from "../relationships/schema.ts";
import { Remind } from "../reminders/schema.ts";
import { ReadMe } from "../sign-in/schema.ts";
import { cookieOf, plainMail } from "../sign-in/testing.ts";
import { FinishProgramme, TakeFinishBack } from "./schema.ts";

let server: TestServer;
let managed: Managed;
let ingrid: Person, leila: Person, amara: Person;
let relationshipId: RelationshipId;
beforeEach(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  ingrid = await aMentor(server, managed, "Ingrid Weiss");
  leila = await aMentee(server, managed, "Leila Haddad");
  relationshipId = await pairUp(server, managed, leila, ingrid);
  await aMentor(server, managed, "Tom Baker");
  amara = await aMentee(server, managed, "Amara Nwosu");
});
afterEach(() => server.end());

const params = () => ({ params: { programmeId: managed.programmeId } });
const finish = (lastDay: string | null) =>
  server.call(
    FinishProgramme,
    { ...params(), body: { lastDay: lastDay === null ? null : aDay(lastDay) } },
    managed.cookie,
  );
const takeBack = () => server.call(TakeFinishBack, params(), managed.cookie);
const finishesAt = async () => (await server.call(ReadProgramme, params(), managed.cookie)).answer.finishesAt;
const roomOfLeila = async () =>
  (await server.call(ListRelationships, {}, leila.cookie)).answer.relationships.find(
    (pair) => pair.relationshipId === relationshipId,
  );
const told = async ({ email }: Pick<Person, "email">) =>
  (await server.mails()).map(plainMail).filter((mail) => mail.includes(`To: ${email}`) && mail.includes("has ended"));

describe("P104: Marta ends the programme", () => {
  it("nobody is invited, reminded or suggested any more, and what was open takes no answer", async () => {
    await ask(server, managed);
    const [open] = (await suggestions(server, amara)).open;
    await aMentee(server, managed, "Noor Aziz");
    const draftId = await makeDraft(server, managed);
    const sam = await add(server, managed, "Sam Reed", ["mentee"]);
    const token = await inviteByMail(server, managed, sam);
    expect((await finish(null)).status).toBe(200);

    const body = { requestId: server.app.chance.id(), people: "not-yet-asked" as const };
    const send = { params: { programmeId: managed.programmeId, draftId } };
    const person = { params: { programmeId: managed.programmeId, participantId: sam.participantId } };
    const answers = await Promise.all([
      server.call(Invite, { ...params(), body }, managed.cookie),
      server.call(ExtendInvitation, person, managed.cookie),
      server.call(Remind, { ...params(), body: { kind: "invitations" as const } }, managed.cookie),
      server.call(SendDraft, send, managed.cookie),
    ]);
    expect(answers.map(({ refused }) => refused)).toEqual(["finished", "finished", "finished", "finished"]);
    const { done } = await importFile(server, managed, "name,email,role\nTom Baker,tom@oakroom.test,mentor\n");
    expect(done.refused).toBe("finished");
    const anew = { draftId: DraftId.parse(server.app.chance.id()), insteadOf: draftId };
    expect((await server.call(MakeDraft, { ...params(), body: anew }, managed.cookie)).refused).toBe("finished");
    expect((await server.call(ReadBoard, params(), managed.cookie)).answer.hasFinished).toBe(true);
    expect((await server.call(ReadInvitation, { body: { token } })).refused).toBe("expired");
    expect((await suggestions(server, amara)).open).toEqual([]);
    const matchId = open?.matchId;
    if (!matchId) throw new Error("nothing was suggested");
    const yes = { params: { matchId }, body: { answer: "yes" as const } };
    expect((await server.call(AnswerSuggestion, yes, amara.cookie)).refused).toBe("closed");
    expect((await server.call(ListPeople, params(), managed.cookie)).answer.hasFinished).toBe(true);
    expect((await finish(null)).refused).toBe("finished");
  });

  it("whoever waits is told by no line that somebody is looked for, from the end on", async () => {
    const waitsIn = async () => (await suggestions(server, amara)).waiting.map(({ programmeId }) => programmeId);
    expect(await waitsIn()).toEqual([managed.programmeId]);
    await finish(null);
    expect(await waitsIn()).toEqual([]);
    await takeBack();
    expect(await waitsIn()).toEqual([managed.programmeId]);
  });

  it("whoever has accepted an invitation joins no more; who is in hears the same as before", async () => {
    const sam = await add(server, managed, "Sam Reed", ["mentee"]);
    const token = await inviteByMail(server, managed, sam);
    const cookie = cookieOf((await server.call(AcceptInvitation, { body: { token } })).raw, "oakroom");
    await finish(null);
    expect((await server.call(Enrol, params(), cookie)).refused).toBe("finished");
    expect((await server.call(Enrol, params(), leila.cookie)).status).toBe(200);
    await takeBack();
    expect((await server.call(Enrol, params(), cookie)).refused).toBe("profile-incomplete");
  });

  it("of fifty who end it at the same moment one does, and one mail goes", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => finish(null)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ refused }) => refused === "finished")).toHaveLength(49);
    server.pass(25 * hour);
    expect(await told(leila)).toHaveLength(1);
  });

  it("rooms go on with their contacts; everyone is told once, when it cannot be taken back any more", async () => {
    await finish(null);
    server.pass(23 * hour);
    expect(await told(leila)).toEqual([]);
    server.pass(2 * hour);
    const [mail] = await told(leila);
    expect([(await told(leila)).length, (await told(ingrid)).length, (await told(amara)).length]).toEqual([1, 1, 1]);
    expect(mail).toContain("Your room goes on");
    expect((await told(amara))[0]).not.toContain("Your room goes on");
    const room = await roomOfLeila();
    expect([room?.state, room?.contacts.length]).toEqual(["live", 2]);
    expect((await takeBack()).refused).toBe("too-late");
    const { participations } = (await server.call(ReadMe, {}, leila.cookie)).answer;
    expect(participations.map((each) => each.finishesAt)).toEqual([await finishesAt()]);
  });

  it("taken back in time, everything stands as before and nobody gets a mail", async () => {
    await ask(server, managed);
    await finish(null);
    server.pass(hour);
    expect((await takeBack()).status).toBe(200);
    expect((await takeBack()).status).toBe(200);
    expect(await finishesAt()).toBeNull();
    expect((await suggestions(server, amara)).open).toHaveLength(1);
    server.pass(2 * dayLength);
    expect(await told(leila)).toEqual([]);
    const acts = async () => {
      const { answer } = await server.call(ListChanges, { ...params(), query: {} }, managed.cookie);
      return answer.changes.map(({ act }) => act).filter((act) => act.startsWith("end-"));
    };
    expect(await acts()).toEqual(["end-taken-back", "end-set"]);
    const mine = (await server.call(ListChangesAboutMe, {}, leila.cookie)).answer.changes;
    expect(mine.map(({ act }) => act)).toContain("end-set");
  });

  it("a day ahead: the programme runs until it is over, and the day can be moved", async () => {
    expect((await finish("2026-09-30")).refused).toBe("not-ahead");
    expect((await finish("2030-01-01")).refused).toBe("not-ahead");
    expect((await finish("2026-10-20")).status).toBe(200);
    expect((await finish("2026-10-03")).status).toBe(200);
    expect(await finishesAt()).toBe(Date.parse("2026-10-04"));
    await ask(server, managed);
    expect((await suggestions(server, amara)).open).toHaveLength(1);
    server.pass(Date.parse("2026-10-04T12:00:00Z") - server.now);
    expect((await suggestions(server, amara)).open).toEqual([]);
    server.pass(dayLength);
    expect(await told(amara)).toHaveLength(1);
    expect((await told(amara))[0]).toContain("3 October 2026");
    server.pass(20 * dayLength);
    expect(await told(amara)).toHaveLength(1);
  });

  it("a draft has not begun, and cannot end", async () => {
    await server.app.db.write((writer) =>
      writer.updateTable("programme").set({ launched_at: null }).where("id", "=", managed.programmeId).execute(),
    );
    expect((await finish(null)).refused).toBe("draft");
    await launch(server, managed.programmeId);
    expect((await finish(null)).status).toBe(200);
  });
});
