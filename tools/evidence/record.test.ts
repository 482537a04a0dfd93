import { describe, expect, it } from "vitest";
import { evidenceOf, linesOf } from "../../app/features/programme/evidence/rules.ts";
import { type Ran, triedIn } from "./record.ts";

const file = (name: string, ...tests: ReadonlyArray<readonly [fullName: string, status: string]>) => ({
  name: `/house/${name}`,
  status: tests.some(([, status]) => status === "failed") ? "failed" : "passed",
  assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
});

const matrix = "app/server/matrix/matrix.db.test.ts";
const cells = "S3: every operation, as everyone, on everything";
const sqlite: Ran = {
  part: "sqlite",
  root: "/house",
  files: [
    file(matrix, [`${cells} readMe`, "passed"], ["S3: a guard that is taken away turns the matrix red", "passed"]),
    file("app/features/programme/sign-in/once.db.test.ts", ["S7: a code works once", "passed"]),
    file("bench/faults/kill.db.test.ts", ["kill -9", "passed"]),
  ],
  output: [
    "stdout | app/server/matrix/matrix.db.test.ts",
    "tried: authorisation matrix: 3540",
    "···tried: guard removal: 104",
    "tried: one-time things: 200",
    "tried: one-time things: 4",
    "tried: one-time things: 200",
    "tried: one-time things: 4",
    "tried: one-time things: 24",
    "··kill on sqlite: 60 runs, 0 violations, median recovery 310 ms; 4 acknowledged (seed 20261001)",
    "kill on sqlite, breached (no sync): 5 runs, 3 violations, median recovery none needed; lost (seed 20261001)",
  ].join("\n"),
};
const slow: Ran = {
  part: "slow",
  root: "/house",
  files: [
    file("app/vault/hostile/keys.slow.test.ts", ["C09: a", "passed"], ["C09: b", "passed"]),
    file("packages/crypto/fuzz.slow.test.ts", ["C23 100,000 fuzzed inputs", "passed"]),
  ],
  output: "tried: fuzz: 100000 (seed 20261122)",
};

function evidence(...runs: ReadonlyArray<Ran>) {
  const at = "2026-11-22T23:40:00.000Z";
  return evidenceOf({ format: 1, version: "0.1.0", node: "v24", at, skipped: [], tried: runs.flatMap(triedIn) });
}

const of = (found: ReturnType<typeof evidence>, suite: string) => found.suites.find((one) => one.suite === suite);

describe("the record of a run", () => {
  it("counts what each suite tried, by what the tests themselves say, with seeds", () => {
    const found = evidence(sqlite, slow);
    expect(found.suites.map(({ suite, runs, failed }) => [suite, runs, failed])).toEqual([
      ["hostile server", 2, 0],
      ["authorisation matrix", 3540, 0],
      ["guard removal", 104, 0],
      ["one-time things", 432, 0],
      ["faults", 60, 0],
      ["fuzz", 100_000, 0],
      ["all tests", 7, 0],
    ]);
    expect(of(found, "fuzz")?.parts[0]?.seed).toBe("20261122");
    expect(found.figure).toBe(
      "0 broken promises in 60 fault runs and 3,540 authorisation cells (95 %: a fault breaks a promise at most 5.0 % of the time).",
    );
  });

  it("says how many things were tried how often at once, and what tries them more often", () => {
    const parts = of(evidence(sqlite), "one-time things")?.parts.map(({ part, runs }) => [part, runs]);
    expect(parts).toEqual([
      ["sqlite, 2 things 200 times each", 400],
      ["sqlite, 1 thing 24 times", 24],
      ["sqlite, 2 things 4 times each", 8],
    ]);
    expect(linesOf(evidence(sqlite), "0.1.0")).toContain("    more: npm run faults -- bursts tries each 200 times");
  });

  it("what did not run says so, and there is no figure", () => {
    const found = evidence(slow);
    expect(of(found, "authorisation matrix")).toMatchObject({ runs: undefined, failed: undefined });
    expect(linesOf(found, "0.1.0").join("\n")).toMatch(/authorisation matrix\s+not run/);
    expect(found.figure).toBe("No figure: not run were faults and authorisation matrix.");
  });

  it.each([
    ["a cell of the matrix", { files: [file(matrix, [`${cells} readMe`, "failed"])] }, "authorisation matrix"],
    ["a burst", { files: [file("app/x/once.db.test.ts", ["S7: a code works once", "failed"])] }, "one-time things"],
    ["a test of the faults", { files: [file("bench/faults/kill.db.test.ts", ["kill -9", "failed"])] }, "faults"],
    [
      "a fault that broke a promise",
      { output: "kill on sqlite: 60 runs, 2 violations, median recovery 310 ms; x (seed 7)", files: [] },
      "faults",
    ],
    [
      "an attack that got through",
      { files: [file("app/vault/hostile/keys.slow.test.ts", ["C09: a", "failed"], ["C09: b", "passed"])] },
      "hostile server",
    ],
    [
      "a file of attacks that could not be loaded",
      { files: [{ ...file("app/vault/hostile/keys.slow.test.ts"), status: "failed" }] },
      "hostile server",
    ],
  ])("%s shows as failed, and the figure counts it where it is one of its parts", (_, planted, suite) => {
    const found = evidence({ ...sqlite, ...planted }, slow);
    expect(of(found, suite)?.failed).toBeGreaterThan(0);
    const isInFigure = suite === "faults" || suite === "authorisation matrix";
    expect(found.figure.startsWith("0 broken")).toBe(!isInFigure);
  });
});
