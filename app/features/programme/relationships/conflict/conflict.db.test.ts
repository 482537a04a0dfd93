import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestServer } from "../../../../server/testing.ts";
import { dayLength, later } from "../../../../values/instant.ts";
import { ListLogs } from "../../../room/log/schema.ts";
import { DeclareSuggestionConflict } from "../../matching/proposals/schema.ts";
import {
  aMentor,
  answer,
  ask,
  board,
  couldMeet,
  firstMatch,
  makeDraft,
  pairUp,
  type Person,
  suggestions,
} from "../../matching/testing.ts";
import type { Managed } from "../../people/testing.ts";
import { plainMail } from "../../sign-in/testing.ts";
import { EndRelationship, ListPairs, ListRelationships } from "../schema.ts";
import { DeclareConflict } from "./schema.ts";

let server: TestServer, managed: Managed, ingrid: Person, leila: Person;
beforeEach(async () => {
  ({ server, managed, ingrid, leila } = await couldMeet());
});
afterEach(() => server.end());

const pairs = async () =>
  (await server.call(ListPairs, { params: { programmeId: managed.programmeId } }, managed.cookie)).answer.pairs;
/** A new draft, long after every suggestion has rested. */
async function nextDraft() {
  const longAgo = later(server.now, -400 * dayLength);
  await server.app.db.write((writer) => writer.updateTable("proposal").set({ closes_at: longAgo }).execute());
  await makeDraft(server, managed);
  return board(server, managed);
}

describe("P92 P101: a conflict", () => {
  it("ends a pair like any other ending: one neutral mail, and the programme reads a date", async () => {
    const relationshipId = await pairUp(server, managed, leila, ingrid);
    const declare = () => server.call(DeclareConflict, { params: { relationshipId } }, leila.cookie);
    expect([(await declare()).status, (await declare()).status]).toEqual([200, 200]);
    for (const { cookie } of [leila, ingrid])
      expect((await server.call(ListRelationships, {}, cookie)).answer.relationships).toMatchObject([
        { relationshipId, state: "ended" },
      ]);
    expect(await pairs()).toMatchObject([{ relationshipId, state: "ended" }]);
    const { logs } = (await server.call(ListLogs, {}, ingrid.cookie)).answer;
    expect(logs.find(({ kind }) => kind === "room")?.open).toBe(false);
    const mails = (await server.mails()).map(plainMail).filter((mail) => mail.includes("pairing has ended"));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain("says nothing about you");
    expect(mails[0]).not.toMatch(/conflict/i);
  });

  it("is told apart from an ending by nobody: both leave the same words behind", async () => {
    const relationshipId = await pairUp(server, managed, leila, ingrid);
    await server.call(DeclareConflict, { params: { relationshipId } }, ingrid.cookie);
    const second = await pairUp(server, managed, leila, await aMentor(server, managed, "Emil Berg"));
    await server.call(EndRelationship, { params: { relationshipId: second } }, leila.cookie);
    const [one, two] = (await pairs()).map(({ relationshipId: _, mentee: __, mentor: ___, ...rest }) => rest);
    expect(one).toEqual(two);
  });

  it("closes a suggestion at once, for both and the programme with the one neutral sentence", async () => {
    await ask(server, managed);
    const matchId = await firstMatch(server, leila);
    await answer(server, leila, matchId, "yes");
    expect((await server.call(DeclareSuggestionConflict, { params: { matchId } }, ingrid.cookie)).status).toBe(200);
    for (const person of [leila, ingrid]) {
      const { open, closed } = await suggestions(server, person);
      expect([open, closed.map((one) => one.matchId)]).toEqual([[], [matchId]]);
    }
    expect((await board(server, managed)).asked).toMatchObject([{ matchId, state: "did-not-come-about" }]);
    expect((await answer(server, leila, matchId, "yes")).refused).toBe("closed");
    expect((await server.call(DeclareSuggestionConflict, { params: { matchId } }, leila.cookie)).refused).toBe(
      "closed",
    );
  });

  it("never lets the two be suggested again, and says no more than not available", async () => {
    await ask(server, managed);
    const matchId = await firstMatch(server, leila);
    await server.call(DeclareSuggestionConflict, { params: { matchId } }, leila.cookie);
    const { draft } = await nextDraft();
    expect(draft?.pairs).toEqual([]);
    expect(JSON.stringify(draft?.waiting)).not.toMatch(/not-again|conflict/);
  });

  it("has no field for a reason, anywhere", () => {
    for (const operation of [DeclareConflict, DeclareSuggestionConflict, EndRelationship])
      expect([operation.id, "body" in operation && operation.body !== undefined]).toEqual([operation.id, false]);
  });
});
