import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import { dayLength } from "../../../values/instant.ts";
import { aMentee, aMentor, pairUp, type Person } from "../matching/testing.ts";
import { ChangePlace } from "../people/schema.ts";
import type { Managed } from "../people/testing.ts";
import { ReadProgramme } from "../programmes/schema.ts";
import { setUp } from "../programmes/testing.ts";
import { ListPairs } from "../relationships/schema.ts";

let server: TestServer;
let managed: Managed;
let ingrid: Person, leila: Person;
beforeEach(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  ingrid = await aMentor(server, managed, "Ingrid Weiss");
  leila = await aMentee(server, managed, "Leila Haddad");
  await pairUp(server, managed, leila, ingrid);
});
afterEach(() => server.end());

const place = ({ participantId }: Person, act: "leave" | "take-back") =>
  server.call(
    ChangePlace,
    { params: { programmeId: managed.programmeId, participantId }, body: { act } },
    managed.cookie,
  );

describe("managers read of a pair that somebody left", () => {
  const shown = async () => {
    const params = { programmeId: managed.programmeId };
    const { pairs } = (await server.call(ListPairs, { params }, managed.cookie)).answer;
    return pairs.map(({ state, leaving, endedOn }) => [state, leaving, endedOn]);
  };

  it("who left and on which day it ends, and nothing of it once it is taken back or over", async () => {
    expect(await shown()).toEqual([["live", null, null]]);
    await place(leila, "leave");
    const read = { params: { programmeId: managed.programmeId } };
    const { counts } = (await server.call(ReadProgramme, read, managed.cookie)).answer;
    expect(counts.pairs).toEqual({ proposed: 0, live: 0, paused: 0, leaving: 1, ended: 0 });
    expect(await shown()).toEqual([["live", { until: "2026-11-30", names: ["Leila Haddad"] }, null]]);
    server.pass(10 * dayLength);
    await place(ingrid, "leave");
    expect(await shown()).toEqual([["live", { until: "2026-12-10", names: ["Leila Haddad", "Ingrid Weiss"] }, null]]);
    await place(ingrid, "take-back");
    await place(leila, "take-back");
    expect(await shown()).toEqual([["live", null, null]]);
    await place(leila, "leave");
    server.pass(61 * dayLength);
    await server.mails();
    // Nobody is signed in for so long: what the pair came to stands in the database.
    const kept = await server.app.db.read.selectFrom("relationship").select("state").executeTakeFirstOrThrow();
    expect(kept.state).toBe("ended");
  });
});
