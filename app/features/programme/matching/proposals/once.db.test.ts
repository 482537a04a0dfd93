import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestServer } from "../../../../server/testing.ts";
import type { Managed } from "../../people/testing.ts";
import { aMentee, aMentor, answer, ask, couldMeet, firstMatch, suggestions, type Person } from "../testing.ts";

let server: TestServer, managed: Managed, ingrid: Person, leila: Person;
beforeEach(async () => {
  ({ server, managed, ingrid, leila } = await couldMeet({ capacity: 2 }));
});
afterEach(() => server.end());

describe("S7: an answer is given once", () => {
  it(
    "of 50 answers at the same moment the first counts, and only what says the same is told so, in 200 bursts",
    { timeout: 300_000 },
    async () => {
      await ask(server, managed);
      const matchId = await firstMatch(server, leila);
      process.stdout.write("tried: one-time things: 200\n");
      for (let round = 0; round < 200; round += 1) {
        const burst = Array.from({ length: 50 }, (_, at) =>
          answer(server, leila, matchId, at % 2 === 0 ? "yes" : "no"),
        );
        const answers = await Promise.all(burst);
        const [row] = await server.app.db.read.selectFrom("proposal").select("mentee_answer").execute();
        const heard = answers.map(({ status, refused }, at) => ({
          said: at % 2 === 0 ? "yes" : "no",
          status,
          refused,
        }));
        for (const { said, status, refused } of heard)
          expect([status, refused]).toEqual(said === row?.mentee_answer ? [200, undefined] : [409, "answered"]);
        await server.app.db.write((writer) => writer.updateTable("proposal").set({ mentee_answer: null }).execute());
      }
    },
  );

  it("two yeses at the same moment open exactly one room", async () => {
    const mentees = [leila];
    for (let at = 1; at < 12; at += 1) mentees.push(await aMentee(server, managed, `Mentee ${at}`));
    const emil = await aMentor(server, managed, "Emil Berg", { capacity: 20 });
    await ask(server, managed);
    const toEmil = (await suggestions(server, emil)).open.map(({ matchId }) => ({ matchId, mentor: emil }));
    const toIngrid = (await suggestions(server, ingrid)).open.map(({ matchId }) => ({ matchId, mentor: ingrid }));
    const bursts = await Promise.all(
      mentees.map(async (mentee) => {
        const matchId = await firstMatch(server, mentee);
        const mentor = [...toEmil, ...toIngrid].find((one) => one.matchId === matchId)?.mentor ?? emil;
        return Promise.all([
          ...Array.from({ length: 10 }, () => answer(server, mentee, matchId, "yes")),
          ...Array.from({ length: 10 }, () => answer(server, mentor, matchId, "yes")),
        ]);
      }),
    );
    for (const answers of bursts) {
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const told = answers.map(({ answer: { relationshipId } }) => relationshipId);
      expect(new Set(told.filter((id) => id !== null)).size).toBe(1);
    }
    const rooms = await server.app.db.read.selectFrom("log").select("id").where("kind", "=", "room").execute();
    const pairs = await server.app.db.read.selectFrom("relationship").select("id").execute();
    expect(rooms.map(({ id }) => id).toSorted()).toEqual(pairs.map(({ id }) => id).toSorted());
    expect(pairs).toHaveLength(12);
  });
});
