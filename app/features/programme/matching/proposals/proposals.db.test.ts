import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestServer } from "../../../../server/testing.ts";
import { type AccountId, DraftId, SignInId } from "../../../../values/id.ts";
import { dayLength, hour, minute } from "../../../../values/instant.ts";
import type { Fact } from "../../../../server/live/hub.ts";
import type { Managed } from "../../people/testing.ts";
import { PutMailSettings } from "../../mails/schema.ts";
import { addManager } from "../../programmes/store.ts";
import { EndRelationship, ListRelationships } from "../../relationships/schema.ts";
import { plainMail } from "../../sign-in/testing.ts";
import { AcceptDraft, MakeDraft, ReadChoices } from "../drafts/schema.ts";
import {
  aMentee,
  aMentor,
  answer,
  ask,
  board,
  couldMeet,
  firstMatch,
  makeDraft,
  pairUp,
  suggestions,
  type Person,
} from "../testing.ts";

let server: TestServer, managed: Managed, ingrid: Person, leila: Person;
beforeEach(async () => {
  ({ server, managed, ingrid, leila } = await couldMeet({ capacity: 2 }));
});
afterEach(() => server.end());

/** A manager who signs in months later. */
const signInAgain = async (on: TestServer, { programmeId }: Managed) => {
  const manager = await on.signIn("Later Manager", `later.${on.app.chance.id()}@northwind.example`);
  await on.app.db.write((writer) => addManager(writer, on.now, programmeId, manager.accountId));
  return manager;
};
/** Lets its days pass and closes what is to be closed. */
const close = async () => {
  server.pass(7 * dayLength);
  await server.mails();
};
/** Everything that the manager can read of suggestions, as text. */
const managerSees = async () => {
  const choices = await server.call(
    ReadChoices,
    { params: { programmeId: managed.programmeId, participantId: leila.participantId } },
    managed.cookie,
  );
  return JSON.stringify([await board(server, managed), choices.answer]);
};

describe("P86: a no is told to nobody", () => {
  it("while it is open nothing changes for the other, the manager, or any screen", async () => {
    await ask(server, managed);
    const matchId = await firstMatch(server, leila);
    const facts: Array<[AccountId, Fact]> = [];
    for (const { accountId } of [leila, ingrid])
      server.app.live.listen({
        accountId,
        signInId: SignInId.parse(server.app.chance.id()),
        logChanged: () => undefined,
        factChanged: (fact) => facts.push([accountId, fact]),
        end: () => undefined,
      });
    const before = {
      mentor: await suggestions(server, ingrid),
      manager: await managerSees(),
      mails: (await server.mails()).length,
    };
    expect((await answer(server, leila, matchId, "no")).answer).toEqual({ relationshipId: null });
    expect(await suggestions(server, ingrid)).toEqual(before.mentor);
    expect(await managerSees()).toBe(before.manager);
    expect((await server.mails()).length).toBe(before.mails);
    expect(facts).toEqual([[leila.accountId, { about: "match", id: matchId }]]);
  });

  it("a yes and a no answer alike, and read alike afterwards, also to their writer", async () => {
    const kwame = await aMentee(server, managed, "Kwame Mensah");
    await ask(server, managed);
    const yes = await answer(server, leila, await firstMatch(server, leila), "yes");
    const no = await answer(server, kwame, await firstMatch(server, kwame), "no");
    expect(no.raw.body).toBe(yes.raw.body);
    const [mine, theirs] = [(await suggestions(server, leila)).open[0], (await suggestions(server, kwame)).open[0]];
    expect([mine?.answered, theirs?.answered]).toEqual([true, true]);
    expect(Object.keys(mine ?? {})).toEqual(Object.keys(theirs ?? {}));
    expect(JSON.stringify([mine, theirs])).not.toMatch(/"(?:yes|no)"/);
  });

  it("closes at the end of the seventh day and not before, also when both have said no", async () => {
    await ask(server, managed);
    const matchId = await firstMatch(server, leila);
    await answer(server, leila, matchId, "no");
    await answer(server, ingrid, matchId, "no");
    server.pass(7 * dayLength - minute);
    await server.mails();
    expect((await board(server, managed)).asked[0]?.state).toBe("asked");
    server.pass(minute);
    await server.mails();
    expect((await board(server, managed)).asked[0]?.state).toBe("did-not-come-about");
    expect((await suggestions(server, leila)).closed).toMatchObject([{ name: "Ingrid Weiss" }]);
    expect((await suggestions(server, ingrid)).closed).toMatchObject([{ name: "Leila Haddad" }]);
  });

  it("a no and no answer leave the same traces for the manager and for the two, and answers are erased", async () => {
    const kwame = await aMentee(server, managed, "Kwame Mensah");
    await ask(server, managed);
    const [saidNo, saidNothing] = [await firstMatch(server, leila), await firstMatch(server, kwame)];
    await answer(server, leila, saidNo, "no");
    await answer(server, ingrid, saidNo, "yes");
    await close();
    const rows = await server.app.db.read
      .selectFrom("proposal")
      .select(["id", "state", "mentee_answer", "mentor_answer"])
      .execute();
    expect(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [saidNo, saidNothing].toSorted().map((id) => ({ id, state: "closed", mentee_answer: null, mentor_answer: null })),
    );
    const choices = async (person: Person) =>
      (
        await server.call(
          ReadChoices,
          { params: { programmeId: managed.programmeId, participantId: person.participantId } },
          managed.cookie,
        )
      ).answer.choices;
    expect(await choices(leila)).toEqual([{ mentor: ingrid.participantId, refused: "not-available", reasons: [] }]);
    expect(await choices(kwame)).toEqual(await choices(leila));
    expect((await board(server, managed)).asked.map(({ state }) => state)).toEqual([
      "did-not-come-about",
      "did-not-come-about",
    ]);
    expect(await managerSees()).not.toMatch(/not.?again|declin|"(?:yes|no)"|answer/i);
  });

  it("the two are not suggested to each other again, and no hand of a manager can do it", async () => {
    await ask(server, managed);
    await answer(server, ingrid, await firstMatch(server, leila), "no");
    await close();
    const draftId = await makeDraft(server, managed);
    const { draft } = await board(server, managed);
    expect(draft?.pairs).toEqual([]);
    expect(draft?.waiting).toEqual([{ mentee: leila.participantId, cause: { kind: "nobody-eligible", without: [] } }]);
    const change = { act: "pin" as const, mentee: leila.participantId, mentor: ingrid.participantId };
    const body = { draftId: DraftId.parse(server.app.chance.id()), insteadOf: draftId, change };
    const pinned = await server.call(MakeDraft, { params: { programmeId: managed.programmeId }, body }, managed.cookie);
    expect(pinned.refused).toBe("not-available");
  });

  it("no answer was 'not this time': after a rest they may be suggested again, and whoever got a no may not", async () => {
    const kwame = await aMentee(server, managed, "Kwame Mensah");
    await ask(server, managed);
    await answer(server, leila, await firstMatch(server, leila), "no");
    await close();
    const again = async () => {
      const { cookie } = await signInAgain(server, managed);
      const later = { ...managed, cookie };
      const open = (await board(server, later)).draft?.draftId ?? null;
      const draftId = DraftId.parse(server.app.chance.id());
      await server.call(
        MakeDraft,
        { params: { programmeId: managed.programmeId }, body: { draftId, insteadOf: open } },
        cookie,
      );
      if (open)
        await server.call(
          AcceptDraft,
          { params: { programmeId: managed.programmeId, draftId }, body: { insteadOf: open } },
          cookie,
        );
      return (await board(server, later)).draft?.pairs.map(({ mentee }) => mentee);
    };
    server.pass(59 * dayLength);
    expect(await again()).toEqual([]);
    server.pass(dayLength);
    expect(await again()).toEqual([kwame.participantId]);
  });

  it("the same answer again is answered as before, with the room once it is there; another one is refused", async () => {
    await ask(server, managed);
    const matchId = await firstMatch(server, leila);
    const noted = { status: 200, answer: { relationshipId: null } };
    expect(await answer(server, leila, matchId, "yes")).toMatchObject(noted);
    expect(await answer(server, leila, matchId, "yes")).toMatchObject(noted);
    expect((await answer(server, leila, matchId, "no")).refused).toBe("answered");
    const { relationshipId } = (await answer(server, ingrid, matchId, "yes")).answer;
    expect(relationshipId).not.toBeNull();
    const mails = (await server.mails()).length;
    for (const person of [ingrid, leila]) {
      expect((await answer(server, person, matchId, "yes")).answer).toEqual({ relationshipId });
      expect((await answer(server, person, matchId, "no")).refused).toBe("answered");
    }
    expect(await server.mails()).toHaveLength(mails);
  });

  it("nobody but the two can answer: not the manager, not a stranger", async () => {
    await ask(server, managed);
    const matchId = await firstMatch(server, leila);
    const stranger = await server.signIn("Stranger");
    expect((await answer(server, managed, matchId, "yes")).status).toBe(404);
    expect((await answer(server, stranger, matchId, "yes")).status).toBe(404);
    expect((await answer(server, { cookie: "" }, matchId, "yes")).status).toBe(401);
    expect((await suggestions(server, leila)).open[0]?.answered).toBe(false);
  });
});

describe("the days of a suggestion", () => {
  it("whoever has not answered is reminded once, two days before; whoever has hears nothing", async () => {
    await ask(server, managed);
    await server.mails();
    await answer(server, ingrid, await firstMatch(server, leila), "yes");
    server.pass(5 * dayLength - hour);
    const before = new Set(await server.mails());
    server.pass(hour);
    const reminders = (await server.mails()).filter((mail) => !before.has(mail)).map(plainMail);
    expect(reminders.map((mail) => /^To: (.*)$/m.exec(mail)?.[1])).toEqual([leila.email]);
    expect(reminders[0]).toContain('no answer counts as "not this time"');
    server.pass(dayLength);
    expect((await server.mails()).length).toBe(before.size + 1);
  });

  it("names the closing day as the reader's calendar has it", async () => {
    const yuki = await aMentee(server, managed, "Yuki Tanaka", { timeZone: "Pacific/Auckland" });
    server.pass(6 * hour);
    await ask(server, managed);
    const mails = (await server.mails()).map(plainMail).filter((mail) => mail.includes("/suggestions"));
    expect(mails.find((mail) => mail.includes(`To: ${yuki.email}`))).toContain("until Friday 9 October");
    expect(mails.find((mail) => mail.includes(`To: ${leila.email}`))).toContain("until Thursday 8 October");
  });

  it("names it as the calendar of the zone has it that somebody chose for mails, whatever a profile says", async () => {
    const always = { workDays: [1, 2, 3, 4, 5, 6, 7], daysOff: [] };
    const body = { muted: [], hours: null, timeZone: "Pacific/Auckland", quietUntil: null, wakeUps: false, ...always };
    expect((await server.call(PutMailSettings, { body }, leila.cookie)).status).toBe(200);
    server.pass(6 * hour);
    await ask(server, managed);
    const mails = (await server.mails()).map(plainMail).filter((mail) => mail.includes("/suggestions"));
    expect(mails.find((mail) => mail.includes(`To: ${leila.email}`))).toContain("until Friday 9 October");
    expect(mails.find((mail) => mail.includes(`To: ${ingrid.email}`))).toContain("until Thursday 8 October");
  });

  it("an answer after the last moment is refused, also before the closing job has run", async () => {
    await ask(server, managed);
    const matchId = await firstMatch(server, leila);
    server.pass(7 * dayLength);
    expect((await answer(server, leila, matchId, "yes")).refused).toBe("closed");
    await server.mails();
    expect((await answer(server, leila, matchId, "yes")).refused).toBe("closed");
  });

  it("a person with several suggestions gets one mail, and answers each for itself", async () => {
    const kwame = await aMentee(server, managed, "Kwame Mensah");
    await ask(server, managed);
    const mails = (await server.mails())
      .map(plainMail)
      .filter((mail) => mail.includes(`To: ${ingrid.email}`) && mail.includes("/suggestions"));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain("suggests 2 people to you");
    await answer(server, ingrid, await firstMatch(server, kwame), "yes");
    expect((await suggestions(server, ingrid)).open.filter(({ answered }) => answered)).toHaveLength(1);
  });

  it("mentees who were left waiting come first among equals in the next round", async () => {
    const others = [await aMentee(server, managed, "Kwame Mensah"), await aMentee(server, managed, "Yuki Tanaka")];
    await ask(server, managed);
    const [waiting] = (await board(server, managed)).draft?.waiting ?? [];
    expect(waiting).toBeUndefined();
    const asked = new Set((await board(server, managed)).asked.map(({ mentee }) => mentee.participantId));
    const left = [leila, ...others].filter(({ participantId }) => !asked.has(participantId));
    expect(left).toHaveLength(1);
    await aMentor(server, managed, "Emil Berg");
    const late = await aMentee(server, managed, "Late Comer");
    await makeDraft(server, managed);
    const { draft } = await board(server, managed);
    expect(draft?.pairs.map(({ mentee }) => mentee)).toEqual([left[0]?.participantId]);
    expect(draft?.waiting.map(({ mentee }) => mentee)).toEqual([late.participantId]);
  });
});

describe("asking for somebody else", () => {
  it("is ending the pair, without a reason; the next draft looks again, and not for the same two", async () => {
    const relationshipId = await pairUp(server, managed, leila, ingrid);
    await server.call(EndRelationship, { params: { relationshipId } }, leila.cookie);
    const emil = await aMentor(server, managed, "Emil Berg", { languages: ["en"] });
    await makeDraft(server, managed);
    expect((await board(server, managed)).draft?.pairs).toMatchObject([
      { mentee: leila.participantId, mentor: emil.participantId },
    ]);
    expect((await server.call(ListRelationships, {}, ingrid.cookie)).answer.relationships).toMatchObject([
      { state: "ended" },
    ]);
  });
});
