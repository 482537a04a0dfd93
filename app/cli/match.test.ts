import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Matching, Problem } from "@oakroom/matching";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MatchingFile } from "./match/schema.ts";
import { ran } from "./testing.ts";

const problem = {
  mentees: [{ id: "leila" }, { id: "tom" }, { id: "=sum" }],
  mentors: [
    { id: "ingrid", capacity: 1 },
    { id: "jonas", capacity: 1 },
  ],
  pairs: [
    { mentee: "leila", mentor: "ingrid", points: 700 },
    { mentee: "tom", mentor: "ingrid", points: 900 },
    { mentee: "leila", mentor: "jonas", points: 200 },
    { mentee: "=sum", mentor: "jonas", points: 100 },
  ],
  seed: "autumn",
} satisfies Problem;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "oakroom-match-"));
  write("problem.json", problem);
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const matched = () => MatchingFile.parse(JSON.parse(read("matching.json")));
/** No database stands behind these commands: the data folder does not even exist. */
const match = (...typed: ReadonlyArray<string>) => ran({ dataFolder: join(folder, "none"), folder }, "match", ...typed);
const solve = (...more: ReadonlyArray<string>) =>
  match("solve", "--in", "problem.json", "--out", "matching.json", ...more);
const check = () => match("verify", "--in", "problem.json", "--matching", "matching.json");

describe("a problem file", () => {
  it("is solved, and its answer proved by the other command", async () => {
    expect(await solve()).toEqual({
      code: 0,
      out: "placed 2, waiting 1, own choices kept 0, below the fair line 0, points 1,100",
      err: "",
    });
    expect(matched()).toMatchObject({ waiting: ["=sum"], levels: { placed: 2, points: 1100 } });
    expect(await check()).toEqual({ code: 0, out: "proved best possible: 4 pairs checked", err: "" });
    expect(statSync(join(folder, "matching.json")).mode & 0o077).toBe(0);
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  it("becomes a table that no spreadsheet runs", async () => {
    await solve("--csv", "pairs.csv");
    expect(read("pairs.csv")).toBe("\uFEFFmentee,mentor\r\nleila,jonas\r\ntom,ingrid\r\n'=sum,\r\n");
  });

  it.each<[string, (matching: Matching) => Matching, string]>([
    [
      "an answer with a worse pair",
      (m) => ({ ...m, pairs: m.pairs.slice(1) }),
      "the waiting list does not fit the pairs",
    ],
    [
      "a price that was lowered",
      (m) => ({
        ...m,
        certificate: { ...m.certificate, prices: m.certificate.prices.map((p) => ({ ...p, levels: 0, points: 0 })) },
      }),
      "there is a better matching: at these prices somebody would be better off (mentee leila, mentor ingrid)",
    ],
    [
      "an answer to another problem",
      (m) => ({ ...m, certificate: { ...m.certificate, input: "0" } }),
      "the matching was made for another problem file",
    ],
  ])("%s is found out, in one line", async (_name, alter, says) => {
    await solve();
    write("matching.json", alter(matched()));
    const { code, out, err } = await check();
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(`not proved: ${says}`);
    expect(err.split("\n")).toHaveLength(1);
  });
});

describe("bad files", () => {
  it.each<[string, unknown, string]>([
    ["no JSON", '{\n  "mentees": [,]\n}', "problem.json, line 2, column 15: is not JSON"],
    ["a word broken off", '{"mentees": [], "mentors": nul }', "problem.json, line 1, column 31: is not JSON"],
    ["a text without an end", '{"mentees": [{"id": "leila}]}', "problem.json, line 1, column 30: is not JSON"],
    ["half a file", '{"mentees": [', "problem.json, line 1, column 14: is not JSON"],
    ["a list", [], "problem.json, the file: has to be an object with named fields"],
    ["no mentors", { mentees: [], pairs: [] }, "problem.json, mentors: is missing"],
    [
      "points in words",
      { ...problem, pairs: [{ ...problem.pairs[0], points: "many" }] },
      "problem.json, pairs[0].points: has to be a number",
    ],
    [
      "half points",
      { ...problem, pairs: [{ ...problem.pairs[0], points: 1.5 }] },
      "problem.json, pairs[0]: points have to be a whole number",
    ],
    ["a field too many", { ...problem, weights: {} }, "problem.json, the file: there is no field weights here"],
    ["an unknown policy", { ...problem, policy: "mine" }, "problem.json, policy: has to be agreed or choice"],
    [
      "an unknown mentor",
      { ...problem, pinned: [{ mentee: "tom", mentor: "otto" }] },
      "problem.json, pinned[0]: no mentor has this id",
    ],
    [
      "negative places",
      { ...problem, mentors: [{ id: "ingrid", capacity: -1 }] },
      "problem.json, mentors[0]: capacity has to be a whole number, 0 or more",
    ],
  ])("%s: told with its place, exit 2, nothing written", async (_name, content, says) => {
    write("problem.json", content);
    const { code, out, err } = await solve("--csv", "pairs.csv");
    expect([code, out]).toEqual([2, ""]);
    expect(err.split("\n")[0]).toBe(says);
    expect(readdirSync(folder)).toEqual(["problem.json"]);
  });

  it("many faults are a line each, and the rest a number", async () => {
    write("problem.json", {
      ...problem,
      pairs: Array.from({ length: 25 }, () => ({ mentee: 1, mentor: "ingrid", points: 1 })),
    });
    const { err } = await solve();
    expect(err.split("\n")).toHaveLength(21);
    expect(err.split("\n").at(-1)).toBe("and 5 more");
  });

  it("points beyond what adds up exactly are refused, never rounded", async () => {
    write("problem.json", { ...problem, pairs: [{ mentee: "tom", mentor: "ingrid", points: 2 ** 52 }] });
    expect(await solve()).toMatchObject({ code: 2, err: expect.stringContaining("would not stay exact") });
  });

  it.each<[ReadonlyArray<string>, string]>([
    [[], "match needs solve, verify or run behind it. See: npm run oakroom -- help match"],
    [["sovle"], "match does not know sovle. Did you mean solve?"],
    [["solve"], "match solve needs --in, for example: --in problem.json"],
    [
      ["solve", "problem.json"],
      'match solve takes flags alone, not "problem.json". See: npm run oakroom -- help match',
    ],
    [["verify", "--in", "problem.json"], "match verify needs --matching, for example: --matching matching.json"],
    [["solve", "--in", "none.json"], "none.json: there is no such file."],
    [["solve", "--in", "."], ".: this is a folder."],
    [
      ["solve", "--in", "problem.json", "--out", "./problem.json"],
      "./problem.json is also what is read. Name another file to write to.",
    ],
  ])("called with %j it says what to do", async (typed, says) => {
    expect(await match(...typed)).toEqual({ code: 2, out: "", err: says });
    expect(JSON.parse(read("problem.json"))).toEqual(problem);
  });

  it("a folder that is not there leaves nothing behind", async () => {
    const { code, err } = await match("solve", "--in", "problem.json", "--out", "away/matching.json");
    expect([code, err]).toEqual([
      1,
      "away/matching.json cannot be written (ENOENT). Name a file in a folder that you may write to.",
    ]);
  });
});
