import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import type { DraftId } from "../../../values/id.ts";
import { dayLength } from "../../../values/instant.ts";
import { ListLogs } from "../../room/log/schema.ts";
import { ChangePlace } from "../people/schema.ts";
import type { Managed } from "../people/testing.ts";
import { ChangeMyPlace } from "../profile/schema.ts";
import { ReadProgramme } from "../programmes/schema.ts";
import { setUp } from "../programmes/testing.ts";
import { EndRelationship, ListPairs, ListRelationships } from "../relationships/schema.ts";
import { plainMail } from "../sign-in/testing.ts";
import { ReadBoard, SendDraft } from "./drafts/schema.ts";
import { ListSuggestions } from "./proposals/schema.ts";
import {
  aMentee,
  aMentor,
  answer,
  ask,
  board,
  correctFacts,
  firstMatch,
  makeDraft,
  pairUp,
  suggestions,
  type Person,
} from "./testing.ts";

let server: TestServer;
let managed: Managed;
beforeEach(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
});
afterEach(() => server.end());

const params = () => ({ programmeId: managed.programmeId });
const send = (draftId: DraftId) => server.call(SendDraft, { params: { ...params(), draftId } }, managed.cookie);

describe("asking", () => {
  let ingrid: Person, leila: Person;
  beforeEach(async () => {
    ingrid = await aMentor(server, managed, "Ingrid Weiss");
    leila = await aMentee(server, managed, "Leila Haddad");
  });

  it("goes to everyone in the draft once, with a neutral mail that names nobody", async () => {
    const draftId = await makeDraft(server, managed);
    const asked = await Promise.all([send(draftId), send(draftId), send(draftId)]);
    for (const { answer: told } of asked) expect(told).toMatchObject({ pairs: 1, people: 2 });
    const mails = (await server.mails()).map(plainMail).filter((mail) => mail.includes("/suggestions"));
    expect(mails).toHaveLength(2);
    expect(mails.find((mail) => mail.includes(`To: ${leila.email}`))).toMatch(/suggests somebody to you/);
    for (const mail of mails) expect(mail).toContain("until Thursday 8 October");
    expect(mails.find((mail) => mail.includes(`To: ${leila.email}`))).not.toContain("Ingrid");
  });

  it("asks nobody where somebody has left or a rule has come between since the draft", async () => {
    const draftId = await makeDraft(server, managed);
    await correctFacts(server, managed, leila, { managerEmail: ingrid.email });
    expect((await send(draftId)).refused).toBe("people-changed");
    expect((await suggestions(server, leila)).open).toEqual([]);
    expect((await board(server, managed)).draft?.draftId).toBe(draftId);
  });

  it("both see the other's card with the reasons, and nothing that is for the programme alone", async () => {
    await ask(server, managed);
    const [toLeila] = (await suggestions(server, leila)).open;
    expect(toLeila).toMatchObject({ myRole: "mentee", programmeName: "Autumn mentoring", answered: false });
    expect(toLeila?.other.seen).toMatchObject({
      name: "Ingrid Weiss",
      why: "Somebody did this for me.",
      helpWith: [{ topic: "first teams", learned: "I led one before I was ready" }],
      limits: ["negotiating a salary"],
    });
    for (const field of ["email", "level", "managerEmail", "capacity", "setback"])
      expect(toLeila?.other.seen).not.toHaveProperty(field);
    expect((await suggestions(server, ingrid)).open[0]).toMatchObject({
      myRole: "mentor",
      other: { seen: { name: "Leila Haddad" } },
    });
  });

  it("two yeses make one pair with one room, and both hear of it", async () => {
    await ask(server, managed);
    const matchId = await firstMatch(server, leila);
    expect((await answer(server, leila, matchId, "yes")).answer).toEqual({ relationshipId: null });
    const second = await answer(server, ingrid, matchId, "yes");
    const { relationshipId } = second.answer;
    // An id of version 7 begins with the time it was made; a manager sees this one, and no date of the pair but its end.
    expect(relationshipId).toMatch(/^00000000-0000-7/);
    const mine = (await server.call(ListRelationships, {}, leila.cookie)).answer.relationships;
    expect(mine).toMatchObject([
      { relationshipId, roomId: relationshipId, partner: { name: "Ingrid" }, state: "live" },
    ]);
    expect(mine[0]?.reasons.map(({ kind }) => kind)).toEqual([
      "common-hours",
      "languages",
      "no-common-topic",
      "no-reporting-line",
    ]);
    const { logs } = (await server.call(ListLogs, {}, ingrid.cookie)).answer;
    expect(logs.filter(({ kind }) => kind === "room")).toMatchObject([
      { logId: relationshipId, members: expect.arrayContaining([leila.accountId, ingrid.accountId]), open: true },
    ]);
    expect((await suggestions(server, leila)).open).toEqual([]);
    const mails = (await server.mails()).map(plainMail).filter((mail) => mail.includes(`/rooms/${relationshipId}`));
    expect(new Set(mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]))).toEqual(new Set([ingrid.email, leila.email]));
    expect((await server.call(ListPairs, { params: params() }, managed.cookie)).answer.pairs).toMatchObject([
      { relationshipId, state: "live", firstMeetingHeld: false },
    ]);
    expect((await board(server, managed)).asked).toMatchObject([{ state: "came-about" }]);
  });

  it("P86 never comes about without both, whoever asks, and tells no answer to anybody", async () => {
    await ask(server, managed);
    const matchId = await firstMatch(server, leila);
    await answer(server, leila, matchId, "no");
    expect((await answer(server, managed, matchId, "yes")).status).toBe(404);
    await answer(server, ingrid, matchId, "yes");
    const told = [
      await server.call(ReadBoard, { params: params() }, managed.cookie),
      await server.call(ListPairs, { params: params() }, managed.cookie),
      await server.call(ListSuggestions, {}, ingrid.cookie),
      await server.call(ListSuggestions, {}, leila.cookie),
    ];
    for (const { raw } of told) expect(raw.body).not.toMatch(/"(?:yes|no)"|mentee_answer|mentor_answer|declin/);
    expect((await server.call(ListPairs, { params: params() }, managed.cookie)).answer.pairs).toEqual([]);
  });

  it("counts as proposed on the programme's page until both have said yes", async () => {
    const pairs = async () =>
      (await server.call(ReadProgramme, { params: params() }, managed.cookie)).answer.counts.pairs;
    await ask(server, managed);
    expect(await pairs()).toEqual({ proposed: 1, live: 0, paused: 0, leaving: 0, ended: 0 });
    const matchId = await firstMatch(server, leila);
    await answer(server, leila, matchId, "yes");
    expect(await pairs()).toEqual({ proposed: 1, live: 0, paused: 0, leaving: 0, ended: 0 });
    await answer(server, ingrid, matchId, "yes");
    expect(await pairs()).toEqual({ proposed: 0, live: 1, paused: 0, leaving: 0, ended: 0 });
  });

  it("a place that is taken is not offered again, and a mentee with a mentor looks for nobody", async () => {
    await pairUp(server, managed, leila, ingrid);
    const kwame = await aMentee(server, managed, "Kwame Mensah");
    await makeDraft(server, managed);
    const { draft, looking, freePlaces } = await board(server, managed);
    expect([looking, freePlaces, draft?.pairs.length]).toEqual([1, 0, 0]);
    expect(draft?.waiting.map(({ mentee }) => mentee)).toEqual([kwame.participantId]);
  });

  it("others are matched while the room of a mentor who has left waits for its ending", async () => {
    await pairUp(server, managed, leila, ingrid);
    const left = { programmeId: managed.programmeId, participantId: ingrid.participantId };
    expect((await server.call(ChangePlace, { params: left, body: { act: "leave" } }, managed.cookie)).status).toBe(200);
    const kwame = await aMentee(server, managed, "Kwame Mensah");
    const emil = await aMentor(server, managed, "Emil Roth");
    await makeDraft(server, managed);
    const { draft } = await board(server, managed);
    expect(draft?.pairs).toMatchObject([{ mentee: kwame.participantId, mentor: emil.participantId }]);
  });

  it("whoever has nobody suggested reads a kind line, and somebody with a pair does not", async () => {
    expect((await suggestions(server, leila)).waiting).toEqual([
      { programmeId: managed.programmeId, programmeName: "Autumn mentoring", roles: ["mentee"], since: "joining" },
    ]);
    await ask(server, managed);
    expect((await suggestions(server, leila)).waiting).toEqual([]);
    const matchId = await firstMatch(server, leila);
    await answer(server, leila, matchId, "yes");
    await answer(server, ingrid, matchId, "yes");
    expect((await suggestions(server, leila)).waiting).toEqual([]);
    const [pair] = (await server.call(ListRelationships, {}, leila.cookie)).answer.relationships;
    await server.call(EndRelationship, { params: { relationshipId: pair?.relationshipId ?? "" } }, leila.cookie);
    expect((await suggestions(server, leila)).waiting).toMatchObject([{ roles: ["mentee"], since: "ended" }]);
  });

  it("nobody is kept waiting for somebody of whom the manager says that they have left", async () => {
    await ask(server, managed);
    const onePerson = { ...params(), participantId: ingrid.participantId };
    await server.call(ChangePlace, { params: onePerson, body: { act: "leave" } }, managed.cookie);
    expect((await suggestions(server, leila)).closed).toMatchObject([{ name: "Ingrid Weiss" }]);
    expect((await board(server, managed)).looking).toBe(1);
  });

  it("whoever has left hears nothing more, and nobody is paired with them", async () => {
    await ask(server, managed);
    const matchId = await firstMatch(server, leila);
    await answer(server, ingrid, matchId, "yes");
    await server.call(ChangeMyPlace, { params: params(), body: { act: "leave" } }, ingrid.cookie);
    expect((await suggestions(server, leila)).open).toEqual([]);
    expect((await answer(server, leila, matchId, "yes")).refused).toBe("closed");
    expect((await answer(server, ingrid, matchId, "yes")).status).toBe(404);
    server.pass(7 * dayLength);
    await server.mails();
    expect((await server.call(ListRelationships, {}, leila.cookie)).answer.relationships).toEqual([]);
  });
});
