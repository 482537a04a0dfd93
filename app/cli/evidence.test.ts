import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ran } from "./testing.ts";
import { programVersion } from "../server/version.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "oakroom-evidence-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const evidence = (...typed: ReadonlyArray<string>) => ran({ dataFolder: folder, folder }, "evidence", ...typed);

function keep(name: string, tried: ReadonlyArray<unknown>, version = programVersion): string {
  const record = {
    format: 1,
    version,
    commit: "0123456789ab",
    node: "v24",
    at: "2026-11-22T23:40:00.000Z",
    skipped: ["PostgreSQL"],
    tried,
  };
  writeFileSync(join(folder, name), JSON.stringify(record));
  return name;
}

const faults = { suite: "faults", part: "kill on sqlite", runs: 300, failed: 0, seed: "7" };
const matrix = { suite: "authorisation matrix", part: "sqlite", runs: 3540, failed: 0 };

describe("oakroom evidence", () => {
  it("without a record says that nothing was run, of every suite, and makes no figure up", async () => {
    const { code, out } = await evidence();
    expect(code).toBe(0);
    expect(out).toContain("npm test writes one");
    expect(out.match(/not run$/gm)).toHaveLength(7);
    expect(out).not.toMatch(/broken promises/);
  });

  it("says what ran, with version, commit and seed, and the bound", async () => {
    const { code, out } = await evidence(keep("good.json", [faults, matrix]));
    expect(code).toBe(0);
    expect(out).toContain(`Oakroom ${programVersion}, commit 0123456789ab, tested until 2026-11-22T23:40:00.000Z.`);
    expect(out).toContain(
      "0 broken promises in 300 fault runs and 3,540 authorisation cells (95 %: a fault breaks a promise at most 1.00 % of the time).",
    );
    expect(out).toContain("kill on sqlite: 300, 0 failed (seed 7)");
    expect(out).toContain("left out: PostgreSQL");
  });

  it("shows a suite that failed, and ends with 1", async () => {
    const { code, out } = await evidence(keep("bad.json", [{ ...faults, failed: 2 }, matrix]));
    expect(code).toBe(1);
    expect(out).toContain("2 broken promises in 300 fault runs");
    expect(out).toContain("300 fault runs, 2 failed");
  });

  it("as JSON says the same", async () => {
    const { code, out } = await evidence(keep("bad.json", [{ ...matrix, failed: 1 }]), "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: programVersion,
      figure: "No figure: not run were faults.",
      suites: expect.arrayContaining([expect.objectContaining({ suite: "authorisation matrix", failed: 1 })]),
    });
  });

  it("tells when the record is of another version", async () => {
    expect((await evidence(keep("old.json", [faults, matrix], "0.0.9"))).out).toContain(
      "the record is of another version",
    );
  });

  it.each([
    ["a file that is not there", ["nothing.json"], 1, "cannot be read"],
    ["a file that is none", ["none.json"], 1, "is no record of a run"],
    ["two files", ["a", "b"], 2, "one file at most"],
  ])("%s: one line that says so", async (_, typed, code, line) => {
    writeFileSync(join(folder, "none.json"), "{}");
    const told = await evidence(...typed);
    expect([told.code, told.out]).toEqual([code, ""]);
    expect(told.err).toContain(line);
  });
});
