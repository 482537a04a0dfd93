import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../../server/testing.ts";
import { DraftId } from "../../../../values/id.ts";
import type { Managed } from "../../people/testing.ts";
import { setUp } from "../../programmes/testing.ts";
import { AcceptDraft, MakeDraft, SendDraft } from "../drafts/schema.ts";
import { aMentee, aMentor, makeDraft, type Person } from "../testing.ts";
import { CompareRounds, ListRounds } from "./schema.ts";

let server: TestServer;
let managed: Managed;
let petra: Person;
let leila: Person;
beforeEach(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  await aMentor(server, managed, "Ingrid Weiss", { helpWith: [{ topic: "first teams", learned: "" }] });
  petra = await aMentor(server, managed, "Petra Svoboda", { helpWith: [{ topic: "a balance sheet", learned: "" }] });
  leila = await aMentee(server, managed, "Leila Haddad", { wishes: ["first teams"] });
  await aMentee(server, managed, "Kwame Mensah", { wishes: ["a balance sheet"] });
});
afterEach(() => server.end());

const inProgramme = () => ({ params: { programmeId: managed.programmeId } });
const rounds = async () => (await server.call(ListRounds, inProgramme(), managed.cookie)).answer.rounds;
const compare = (draftId: DraftId, other: DraftId) =>
  server.call(CompareRounds, { params: { ...inProgramme().params, draftId }, query: { with: other } }, managed.cookie);

/** A draft that is tried in place of another, in which Leila is with Petra. */
async function tries(open: DraftId): Promise<DraftId> {
  const draftId = DraftId.parse(server.app.chance.id());
  const change = { act: "pin" as const, mentee: leila.participantId, mentor: petra.participantId };
  await server.call(MakeDraft, { ...inProgramme(), body: { draftId, insteadOf: open, change } }, managed.cookie);
  return draftId;
}

describe("P106: the rounds of a programme", () => {
  it("each draft that was on the board stays, with who made it and when, and when its people were asked", async () => {
    const first = await makeDraft(server, managed);
    const second = await tries(first);
    expect(await rounds()).toMatchObject([{ draftId: first, number: 1, state: "open", placed: 2, waiting: 0 }]);
    const params = { ...inProgramme().params, draftId: second };
    await server.call(AcceptDraft, { params, body: { insteadOf: first } }, managed.cookie);
    await server.call(SendDraft, { params }, managed.cookie);
    expect(await rounds()).toMatchObject([
      { draftId: second, number: 2, state: "sent", sentAt: server.app.clock(), madeBy: "Marta Nowak" },
      { draftId: first, number: 1, state: "replaced", sentAt: null },
    ]);
  });

  it("two of them beside each other: who has somebody else, and what both come to", async () => {
    const first = await makeDraft(server, managed);
    const second = await tries(first);
    // What was only tried is in no list, and is compared with nothing.
    expect((await compare(second, first)).refused).toBe("not-there");
    const params = { ...inProgramme().params, draftId: second };
    await server.call(AcceptDraft, { params, body: { insteadOf: first } }, managed.cookie);
    const { moves, before, after } = (await compare(second, first)).answer;
    expect(moves.toSorted((a, b) => (a.mentee < b.mentee ? -1 : 1))).toEqual([
      { mentee: "Kwame Mensah", from: "Petra Svoboda", to: "Ingrid Weiss" },
      { mentee: "Leila Haddad", from: "Ingrid Weiss", to: "Petra Svoboda" },
    ]);
    expect([before.placed, after.placed]).toEqual([2, 2]);
    expect(after.points).toBeLessThan(before.points);
    expect((await compare(first, first)).answer.moves).toEqual([]);
  });

  it("no draft of another programme is compared with one of this", async () => {
    const mine = await makeDraft(server, managed);
    const other = await setUp(server, "Otto Lindqvist");
    await aMentor(server, other, "Vic Mentor");
    await aMentee(server, other, "Uma Mentee");
    const theirs = await makeDraft(server, other);
    expect((await compare(mine, theirs)).refused).toBe("not-there");
    expect((await compare(theirs, mine)).status).toBe(404);
  });
});
