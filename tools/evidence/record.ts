/** Takes what test runs say of themselves into one record: counts of their reports, and the lines in which a test tells what it tried. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import * as z from "zod/mini";
import { evidencePlace } from "../../app/cli/evidence.ts";
import type { EvidenceRecord, Suite, Tried } from "../../app/features/programme/evidence/rules.ts";

/** A file of a report, as far as it is counted. */
export const FileResult = z.object({
  name: z.string(),
  status: z.string(),
  assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
});

/** What one run of tests left: its files, and everything that it wrote. */
export interface Ran {
  /** The project: "sqlite", "postgres", "slow", … */
  readonly part: string;
  readonly root: string;
  readonly files: ReadonlyArray<z.infer<typeof FileResult>>;
  readonly output: string;
}

/** Where the tests of a suite lie; for those that are told in lines, how many runs a test tells itself. */
const places: ReadonlyArray<readonly [suite: Suite, files: RegExp, titles?: RegExp]> = [
  ["hostile server", /^app\/vault\/hostile\/|^app\/vault\/(lost-device|devices|unanswered|interleavings)/],
  ["authorisation matrix", /^app\/server\/matrix\//, /S3: every operation/],
  ["guard removal", /^app\/server\/matrix\//, /S3: a guard that is taken away/],
  ["one-time things", /\.db\.test\.ts$/, /S7|bursts?\b/],
  ["faults", /^bench\/faults\//],
  ["fuzz", /fuzz\./],
];

/** `tried: authorisation matrix: 3540`, with `(seed 7)` behind it where there is one. */
const told = /tried: ([a-z -]+): (\d+)(?: \(seed (\S+)\))?$/;
/** What a fault says of itself. The reporter's dots may stand before either. */
const faultLine = /([a-z][a-z-]* on \w+): (\d+) runs, (\d+) violations, .*\(seed (\S+)\)$/;

/** What a run tried, by suite. */
export function triedIn(ran: Ran): ReadonlyArray<Tried> {
  const lines = ran.output.split("\n").map((line) => line.trim());
  const all: Tried = { suite: "all tests", part: ran.part, ...tally(ran, /./, undefined) };
  return [...places.flatMap(([suite, files, titles]) => suiteIn(ran, lines, suite, files, titles)), all].filter(
    ({ runs, failed }) => runs + failed > 0,
  );
}

function suiteIn(ran: Ran, lines: ReadonlyArray<string>, suite: Suite, files: RegExp, titles: RegExp | undefined) {
  const { runs, failed } = tally(ran, files, titles);
  if (suite === "hostile server") return [{ suite, part: ran.part, runs, failed }];
  if (suite === "faults") return faultsIn(lines, failed);
  const said = matches(lines, suite);
  if (suite === "one-time things") return burstsIn(said, ran.part, failed);
  const sum = said.reduce((many, [, , times]) => many + Number(times), 0);
  const seed = said.flatMap(([, , , one]) => one ?? [])[0];
  return [{ suite, part: ran.part, runs: sum, failed, ...(seed === undefined ? {} : { seed }) }];
}

/** How many things were tried how often: a sum would hide that many were tried a few times and some of them often. */
function burstsIn(said: ReadonlyArray<RegExpExecArray>, part: string, failed: number): ReadonlyArray<Tried> {
  const things = new Map<number, number>();
  for (const [, , times] of said) things.set(Number(times), (things.get(Number(times)) ?? 0) + 1);
  const found = [...things]
    .toSorted(([a], [b]) => b - a)
    .map(([times, many]) => {
      const what = many === 1 ? `1 thing ${times} times` : `${many} things ${times} times each`;
      return { suite: "one-time things" as const, part: `${part}, ${what}`, runs: many * times, failed: 0 };
    });
  return failed === 0 ? found : [...found, { suite: "one-time things", part, runs: 0, failed }];
}

function matches(lines: ReadonlyArray<string>, suite: Suite): ReadonlyArray<RegExpExecArray> {
  return lines.flatMap((line) => {
    const found = told.exec(line);
    return found?.[1] === suite ? [found] : [];
  });
}

/** Each fault by itself; a test of them that failed for another reason is one violation more. */
function faultsIn(lines: ReadonlyArray<string>, failedTests: number): ReadonlyArray<Tried> {
  const found = lines.flatMap((line): Tried[] => {
    const [, part = "", runs, failed, seed = ""] = faultLine.exec(line) ?? [];
    return runs === undefined ? [] : [{ suite: "faults", part, runs: Number(runs), failed: Number(failed), seed }];
  });
  const violations = found.reduce((sum, { failed }) => sum + failed, 0);
  const others = Math.max(0, failedTests - violations);
  return others === 0 ? found : [...found, { suite: "faults", part: "tests of the faults", runs: 0, failed: others }];
}

function tally({ root, files }: Ran, place: RegExp, titles: RegExp | undefined) {
  const chosen = files.filter(({ name }) => place.test(relative(root, name).replaceAll("\\", "/")));
  const tests = chosen.flatMap(({ assertionResults }) => assertionResults);
  const fitting = tests.filter(({ fullName }) => titles === undefined || titles.test(fullName));
  const failed = fitting.filter(({ status }) => status === "failed").length;
  // A file that cannot be loaded holds no test that could fail.
  const unloaded = chosen.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return {
    runs: fitting.filter(({ status }) => status === "passed" || status === "failed").length,
    failed: failed + (titles === undefined ? unloaded.length : 0),
  };
}

/** Writes the record of a whole run, beside and renamed, so that nobody reads half of it. */
export function writeRecord(root: string, tried: ReadonlyArray<Tried>, skipped: ReadonlyArray<string>, at: Date): void {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const commit = commitOf(root);
  const record: EvidenceRecord = {
    format: 1,
    version,
    ...(commit === undefined ? {} : { commit }),
    node: process.version,
    at: at.toISOString(),
    skipped: [...skipped],
    tried: [...tried],
  };
  const path = join(root, evidencePlace);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.draft`, `${JSON.stringify(record, undefined, 2)}\n`);
  renameSync(`${path}.draft`, path);
}

function commitOf(root: string): string | undefined {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    return git("rev-parse", "--short=12", "HEAD") + (git("status", "--porcelain") === "" ? "" : "+");
  } catch {
    return undefined;
  }
}
