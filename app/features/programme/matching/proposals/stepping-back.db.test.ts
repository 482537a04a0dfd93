import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../../server/testing.ts";
import type { Managed } from "../../people/testing.ts";
import { ChangeMyPlace, ReadMyPlace } from "../../profile/schema.ts";
import { setUp } from "../../programmes/testing.ts";
import { EndRelationship, ListRelationships } from "../../relationships/schema.ts";
import { aMentee, aMentor, answer, ask, suggestions, type Person } from "../testing.ts";

let server: TestServer, managed: Managed;
const mentors: Person[] = [];
const mentees = new Map<string, Person>();

beforeAll(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  for (let at = 0; at < 6; at += 1)
    mentors.push(
      await aMentor(server, managed, `Mentor ${at}`, {
        capacity: 4,
        helpWith: [{ topic: `topic ${at}`, learned: "" }],
      }),
    );
  for (let at = 0; at < 24; at += 1) {
    const mentee = await aMentee(server, managed, `Mentee ${at}`, { wishes: [`topic ${at % 6}`] });
    mentees.set(mentee.accountId, mentee);
  }
  await ask(server, managed);
}, 120_000);

afterAll(() => server.end());

const params = () => ({ programmeId: managed.programmeId });
const stepBack = ({ cookie }: Person) =>
  server.call(ChangeMyPlace, { params: params(), body: { act: "step-back" } }, cookie);
const pairsOf = async ({ cookie }: Person) => (await server.call(ListRelationships, {}, cookie)).answer.relationships;

/** A mentor said yes to all who are suggested; then they step back in the same moment as each of these says the second yes. */
async function race(mentor: Person, at: number) {
  const { open } = await suggestions(server, mentor);
  const asked = open.flatMap(({ matchId, other }) => {
    const mentee = mentees.get(other.accountId);
    return mentee ? [{ matchId, mentee }] : [];
  });
  for (const { matchId } of asked) await answer(server, mentor, matchId, "yes");
  const yes = asked.map(
    ({ matchId, mentee }) =>
      () =>
        answer(server, mentee, matchId, "yes"),
  );
  const before = at % (yes.length + 1);
  const first = yes.slice(0, before).map((say) => say());
  const stepped = stepBack(mentor);
  const answers = await Promise.all([...first, ...yes.slice(before).map((say) => say())]);
  expect((await stepped).status).toBe(200);
  return asked.map((one, index) => ({ ...one, heard: answers[index] }));
}

describe("S7: who steps back in the same moment as the second yes", () => {
  it("gets no pair where the step back came first, and a whole one where the yes did; never half of either", async () => {
    const all = await Promise.all(mentors.map(async (mentor, at) => ({ mentor, raced: await race(mentor, at) })));
    const raced = all.flatMap((one) => one.raced);
    expect(raced).toHaveLength(24);
    process.stdout.write(`tried: one-time things: ${raced.length}\n`);
    for (const { mentor, raced: those } of all) {
      const living = (await pairsOf(mentor)).map(({ relationshipId }) => relationshipId);
      const told = those.flatMap(({ heard }) => heard?.answer?.relationshipId ?? []);
      expect(new Set(living)).toEqual(new Set(told));
      const without = those.filter(({ heard }) => !heard?.answer?.relationshipId);
      expect(without.map(({ heard }) => heard?.refused)).toEqual(without.map(() => "closed"));
      const place = await server.call(ReadMyPlace, { params: params() }, mentor.cookie);
      expect(place.answer.state).toBe("aside");
    }
    const rooms = await server.app.db.read.selectFrom("log").select("id").where("kind", "=", "room").execute();
    const pairs = await server.app.db.read.selectFrom("relationship").select("id").execute();
    expect(rooms.map(({ id }) => id).toSorted()).toEqual(pairs.map(({ id }) => id).toSorted());
    const open = await server.app.db.read.selectFrom("proposal").select("id").where("state", "=", "open").execute();
    expect(open).toEqual([]);
  });

  it("ends the pair that came about just before in one press, without a reason", async () => {
    for (const mentor of mentors)
      for (const { relationshipId } of await pairsOf(mentor)) {
        const ended = await server.call(EndRelationship, { params: { relationshipId } }, mentor.cookie);
        expect(ended.status).toBe(200);
      }
    const living = await server.app.db.read
      .selectFrom("relationship")
      .select("id")
      .where("state", "!=", "ended")
      .execute();
    expect(living).toEqual([]);
  });
});
