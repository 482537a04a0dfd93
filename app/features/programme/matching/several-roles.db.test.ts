import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import { DraftId } from "../../../values/id.ts";
import { Enrol } from "../enrolment/schema.ts";
import { AcceptInvitation } from "../invitations/schema.ts";
import { add, describeOneself, enrolled, inviteByMail, type Managed } from "../people/testing.ts";
import type { Profile } from "../profile/rules.ts";
import { ReadMyPlace } from "../profile/schema.ts";
import { setUp } from "../programmes/testing.ts";
import { ListRelationships } from "../relationships/schema.ts";
import { cookieOf } from "../sign-in/testing.ts";
import { AcceptDraft, MakeDraft, ReadBoard, ReadChoices } from "./drafts/schema.ts";
import { aMentee, aMentor, answer, ask, makeDraft, pairUp, type Person, suggestions } from "./testing.ts";

let server: TestServer;
let managed: Managed;
beforeEach(async () => {
  server = await testServer("2026-10-01T08:00:00Z");
  managed = await setUp(server, "Marta Nowak");
});
afterEach(() => server.end());

/** Somebody who is a mentor and a mentee at once. */
const both = (name: string, profile: Partial<Profile> = {}, where = managed) =>
  enrolled(server, where, name, ["mentor", "mentee"], { capacity: 1, ...profile });
const drafted = async (where = managed) => {
  await makeDraft(server, where);
  const { draft, mentees, mentors } = (
    await server.call(ReadBoard, { params: { programmeId: where.programmeId } }, where.cookie)
  ).answer;
  const nameOf = (id: string) => [...mentees, ...mentors].find((person) => person.id === id)?.name ?? "";
  return (draft?.pairs ?? []).map(({ mentee, mentor }) => `${nameOf(mentee)} → ${nameOf(mentor)}`).toSorted();
};

describe("somebody who is mentor and mentee in one programme", () => {
  it("is never paired with themself, also where nobody else is there", async () => {
    await both("Ana Alm");
    expect(await drafted()).toEqual([]);
  });

  it("is not the mentor of their own mentor: two alone make one pair, not two", async () => {
    await both("Ana Alm");
    await both("Bo Berg");
    expect(await drafted()).toHaveLength(1);
  });

  it("has a mentor and a mentee at once, each by their own topics and places", async () => {
    const ana = await both("Ana Alm");
    const leila = await aMentee(server, managed, "Leila Haddad");
    const ingrid = await aMentor(server, managed, "Ingrid Weiss", { capacity: 2 });
    await ask(server, managed);
    const open = (await suggestions(server, ana)).open;
    expect(open.some(({ myRole, other }) => myRole === "mentee" && other.participantId === ingrid.participantId)).toBe(
      true,
    );
    const place = (await server.call(ReadMyPlace, { params: { programmeId: managed.programmeId } }, ana.cookie)).answer;
    expect(place.profile).toMatchObject({ capacity: 1, wishes: ["leading for the first time"] });
    expect(place.profile.helpWith.map(({ topic }) => topic)).toEqual(["first teams"]);
    expect((await suggestions(server, leila)).open).toHaveLength(1);
  });

  it("is not offered the mentee of a living pair as a mentor, by the engine or by hand", async () => {
    const ana = await both("Ana Alm", { capacity: 1 });
    const bo = await aMentor(server, managed, "Bo Berg");
    await pairUp(server, managed, ana, bo);
    const { programmeId } = managed;
    await server.app.db.write((writer) =>
      writer
        .updateTable("participant")
        .set({ roles: JSON.stringify(["mentor", "mentee"]) })
        .where("id", "=", bo.participantId)
        .execute(),
    );
    await describeOneself(server, programmeId, bo.cookie, { capacity: 1 });
    const params = { programmeId, participantId: bo.participantId };
    const { choices } = (await server.call(ReadChoices, { params }, managed.cookie)).answer;
    expect(choices.find(({ mentor }) => mentor === ana.participantId)?.refused).toBe("not-available");
    expect(await drafted()).toEqual([]);
  });

  it("cannot be put together both ways by hand", async () => {
    const [ana, bo] = [await both("Ana Alm"), await both("Bo Berg")];
    const { programmeId, cookie } = managed;
    const insteadOf = await makeDraft(server, managed);
    const pin = (mentee: Person, mentor: Person, before: DraftId, draftId: DraftId) => {
      const change = { act: "pin" as const, mentee: mentee.participantId, mentor: mentor.participantId };
      return server.call(MakeDraft, { params: { programmeId }, body: { draftId, insteadOf: before, change } }, cookie);
    };
    const draftId = DraftId.parse(server.app.chance.id());
    expect((await pin(ana, bo, insteadOf, draftId)).status).toBe(200);
    await server.call(AcceptDraft, { params: { programmeId, draftId }, body: { insteadOf } }, cookie);
    const other = DraftId.parse(server.app.chance.id());
    expect((await pin(bo, ana, draftId, other)).refused).toBe("turned-round");
  });

  it("reads in which role they wait, and in which they have somebody", async () => {
    const ana = await both("Ana Alm");
    expect((await suggestions(server, ana)).waiting.map(({ roles }) => roles)).toEqual([["mentor", "mentee"]]);
    const leila = await aMentee(server, managed, "Leila Haddad");
    await pairUp(server, managed, leila, ana);
    expect((await suggestions(server, ana)).waiting.map(({ roles }) => roles)).toEqual([["mentee"]]);
  });
});

describe("somebody in several programmes", () => {
  it("is one account with a place, topics and places apart in each, and one list of rooms", async () => {
    const other = await setUp(server, "Otto Berg");
    const ingrid = await aMentor(server, managed, "Ingrid Weiss", { capacity: 1 });
    const again = await add(server, other, "Ingrid Weiss", ["mentor", "mentee"]);
    const accepted = await server.call(AcceptInvitation, { body: { token: await inviteByMail(server, other, again) } });
    const cookie = cookieOf(accepted.raw, "oakroom");
    await describeOneself(server, other.programmeId, cookie, { capacity: 3, wishes: ["a second language"] });
    expect((await server.call(Enrol, { params: { programmeId: other.programmeId } }, cookie)).status).toBe(200);
    const placeIn = async (programmeId: Managed["programmeId"]) =>
      (await server.call(ReadMyPlace, { params: { programmeId } }, cookie)).answer;
    expect(await placeIn(managed.programmeId)).toMatchObject({
      roles: ["mentor"],
      profile: { capacity: 1, wishes: [] },
    });
    expect(await placeIn(other.programmeId)).toMatchObject({
      roles: ["mentor", "mentee"],
      profile: { capacity: 3, wishes: ["a second language"] },
    });
    const leila = await aMentee(server, managed, "Leila Haddad");
    const nia = await aMentee(server, other, "Nia Cole");
    const inOther = { ...again, accountId: ingrid.accountId, cookie };
    await pairUp(server, managed, leila, ingrid);
    await pairUp(server, other, nia, inOther);
    const { relationships } = (await server.call(ListRelationships, {}, cookie)).answer;
    const programmeOf = new Map(relationships.map(({ partner, programmeId }) => [partner.name, programmeId]));
    expect(Object.fromEntries(programmeOf)).toEqual({ Leila: managed.programmeId, Nia: other.programmeId });
    expect(
      (await suggestions(server, { cookie })).waiting.map(({ programmeId, roles }) => [programmeId, roles]),
    ).toEqual([[other.programmeId, ["mentee"]]]);
  });

  it("one mentor has as many mentees as places, one room each", async () => {
    const ingrid = await aMentor(server, managed, "Ingrid Weiss", { capacity: 3 });
    const mentees: Person[] = [];
    for (const name of ["Leila Haddad", "Nia Cole", "Kwame Mensah", "Omar Aziz"])
      mentees.push(await aMentee(server, managed, name));
    await ask(server, managed);
    const open = (await suggestions(server, ingrid)).open;
    expect(open).toHaveLength(3);
    for (const { matchId } of open) await answer(server, ingrid, matchId, "yes");
    for (const mentee of mentees)
      for (const { matchId } of (await suggestions(server, mentee)).open) await answer(server, mentee, matchId, "yes");
    expect((await server.call(ListRelationships, {}, ingrid.cookie)).answer.relationships).toHaveLength(3);
  });
});
