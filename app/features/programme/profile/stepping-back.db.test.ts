import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestServer } from "../../../server/testing.ts";
import { answer, ask, board, couldMeet, firstMatch, pairUp, type Person, suggestions } from "../matching/testing.ts";
import { ChangePlace, ListPeople, ReadPerson } from "../people/schema.ts";
import { add, join, type Managed } from "../people/testing.ts";
import { ReadProgramme } from "../programmes/schema.ts";
import { ListRelationships } from "../relationships/schema.ts";
import { ChangeMyPlace, ReadMyPlace } from "./schema.ts";

let server: TestServer, managed: Managed, ingrid: Person, leila: Person;
beforeEach(async () => {
  ({ server, managed, ingrid, leila } = await couldMeet());
});
afterEach(() => server.end());

type Act = "pause" | "resume" | "step-back" | "come-back" | "leave";
const params = () => ({ programmeId: managed.programmeId });
const acts = (cookie: string, act: Act) => server.call(ChangeMyPlace, { params: params(), body: { act } }, cookie);
const stateOf = async (cookie: string) => (await server.call(ReadMyPlace, { params: params() }, cookie)).answer.state;
const listed = async ({ participantId }: Pick<Person, "participantId">) =>
  (await server.call(ListPeople, { params: params() }, managed.cookie)).answer.people.find(
    ({ id }) => id === participantId,
  );

describe("P101: stepping back", () => {
  it("leaves the mentor out of matching until they come back by their own word", async () => {
    expect((await acts(ingrid.cookie, "step-back")).status).toBe(200);
    expect(await stateOf(ingrid.cookie)).toBe("aside");
    expect((await board(server, managed)).freePlaces).toBe(0);
    const onePerson = { ...params(), participantId: ingrid.participantId };
    for (const act of ["resume", "pause"] as const) {
      const changed = await server.call(ChangePlace, { params: onePerson, body: { act } }, managed.cookie);
      expect([act, changed.refused]).toEqual([act, "not-now"]);
    }
    await acts(ingrid.cookie, "come-back");
    expect([await stateOf(ingrid.cookie), (await board(server, managed)).freePlaces]).toEqual(["enrolled", 1]);
    expect((await acts(ingrid.cookie, "come-back")).status).toBe(200);
  });

  it("P101 never tells more than the state: there is no field for a reason", async () => {
    await acts(ingrid.cookie, "step-back");
    expect((await listed(ingrid))?.state).toBe("aside");
    expect((await server.call(ReadProgramme, { params: params() }, managed.cookie)).answer.counts.people).toMatchObject(
      {
        enrolled: 1,
        aside: 1,
      },
    );
    const page = { ...params(), participantId: ingrid.participantId };
    const person = (await server.call(ReadPerson, { params: page }, managed.cookie)).raw.body;
    expect(person).not.toMatch(/reason|motive|later|stepped/i);
    expect(Object.keys(ChangeMyPlace.body.shape)).toEqual(["act"]);
  });

  it("closes what is suggested with the sentence of every closing, and a yes brings nobody together any more", async () => {
    await ask(server, managed);
    const matchId = await firstMatch(server, leila);
    await answer(server, ingrid, matchId, "yes");
    await acts(ingrid.cookie, "step-back");
    expect((await suggestions(server, leila)).open).toEqual([]);
    expect((await suggestions(server, leila)).closed).toMatchObject([{ matchId, name: "Ingrid Weiss" }]);
    expect((await board(server, managed)).asked).toMatchObject([{ state: "did-not-come-about" }]);
    expect((await answer(server, leila, matchId, "yes")).refused).toBe("closed");
    const kept = await server.app.db.read.selectFrom("proposal").selectAll().executeTakeFirstOrThrow();
    expect([kept.mentee_answer, kept.mentor_answer]).toEqual([null, null]);
    expect((await board(server, managed)).looking).toBe(1);
  });

  it("keeps a no that was said before as not again", async () => {
    await ask(server, managed);
    await answer(server, leila, await firstMatch(server, leila), "no");
    await acts(ingrid.cookie, "step-back");
    expect(await server.app.db.read.selectFrom("not_again").selectAll().execute()).toHaveLength(1);
  });

  it("leaves a living pair as it is", async () => {
    const relationshipId = await pairUp(server, managed, leila, ingrid);
    await acts(ingrid.cookie, "step-back");
    const { relationships } = (await server.call(ListRelationships, {}, leila.cookie)).answer;
    expect(relationships).toMatchObject([{ relationshipId, state: "live" }]);
  });

  it("is there before somebody has finished joining, who then goes on with that", async () => {
    const { cookie } = await join(server, managed, await add(server, managed, "Noor Aziz", ["mentor"]));
    await acts(cookie, "step-back");
    expect(await stateOf(cookie)).toBe("aside");
    await acts(cookie, "come-back");
    expect(await stateOf(cookie)).toBe("invited");
  });
});
