import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  aMentee,
  board,
  couldMeet,
  makeDraft,
  type CouldMeet,
  type Person,
} from "../features/programme/matching/testing.ts";
import { ran } from "./testing.ts";

/* Marta's programme has Ingrid with one place, and Leila and Tom who look for a mentor. */
let met: CouldMeet;
let tom: Person;
const folder = mkdtempSync(join(tmpdir(), "oakroom-match-"));

beforeAll(async () => {
  met = await couldMeet({}, new Date().toISOString());
  tom = await aMentee(met.server, met.managed, "Tom Becker");
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await met.server.end();
});

const match = (...typed: ReadonlyArray<string>) =>
  ran({ dataFolder: met.server.dataFolder, databaseUrl: met.server.app.config.databaseUrl, folder }, "match", ...typed);
const read = (name: string) => readFileSync(join(folder, name), "utf8");

it("a programme's people are matched as on its board, and the answer is proved from the files alone", async () => {
  const files = ["--problem", "problem.json", "--out", "matching.json", "--csv", "pairs.csv"];
  const { code, out, err } = await match("run", ...files);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/^placed 1, waiting 1, /);
  expect((await match("verify", "--in", "problem.json", "--matching", "matching.json")).out).toMatch(/^proved best/);
  // Ids stand in the files and names in the table alone; nothing was written into the programme.
  expect(read("problem.json")).not.toContain("Leila");
  expect((await board(met.server, met.managed)).draft).toBeNull();
  await makeDraft(met.server, met.managed);
  const { draft } = await board(met.server, met.managed);
  const names: ReadonlyMap<string, string> = new Map([
    [met.leila.participantId, "Leila Haddad"],
    [tom.participantId, "Tom Becker"],
  ]);
  const named = (id: string | undefined) => names.get(id ?? "");
  expect(read("pairs.csv").split("\r\n").slice(1, 3)).toEqual([
    `${named(draft?.pairs[0]?.mentee)},Ingrid Weiss`,
    `${named(draft?.waiting[0]?.mentee)},`,
  ]);
});

it("asks which programme, where there is none of this name", async () => {
  const { code, err } = await match("run", "--programme", "Spring");
  expect([code, err]).toEqual([1, expect.stringContaining("There is no programme Spring.")]);
});
