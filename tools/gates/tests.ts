import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import * as z from "zod/mini";
import type { Ran } from "../evidence/record.ts";
import { installedTool, root } from "./command.ts";
import type { Gate, Verdict } from "./gate.ts";

const slowAfterSeconds = 6;

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.optional(z.array(z.string())) }),
      ),
    }),
  ),
});
type Report = z.infer<typeof Report>;

/** The projects of vitest.config.ts. */
export type TestProject = "unit" | "slow" | "sqlite" | "postgres" | "journeys";

/** Which tests to run, and with what around them. */
export interface TestChoice {
  readonly name: string;
  readonly projects: ReadonlyArray<TestProject>;
  readonly places?: ReadonlyArray<string>;
  readonly env?: NodeJS.ProcessEnv;
  /** The folder with vitest.config.ts; the repository's, when none is named. */
  readonly cwd?: string;
  /** Hears what ran, for the record of the whole run. */
  readonly onRan?: (ran: Ran) => void;
}

function count(report: Report, code: number): Pick<Verdict, "passed" | "failed" | "seen"> {
  const skipped = report.numPendingTests;
  // A file that cannot be loaded holds no test that could fail.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const counted = report.numFailedTests + unloaded.length + report.numTodoTests;
  // An error outside all tests ends the run with a failure that no test shows.
  const failed = counted === 0 && code !== 0 ? 1 : counted;
  const seen = `${report.numPassedTests + report.numFailedTests} tests in ${report.testResults.length} files`;
  return { passed: report.numPassedTests, failed, seen: skipped === 0 ? seen : `${seen}, ${skipped} skipped` };
}

/** What tests say of themselves when something that they need is not on this machine. */
function reasonsToSkip(output: string): string {
  return [...new Set(output.split("\n").filter((line) => /^skipped:? /i.test(line)))].join("\n");
}

/** What the tests' output says of failures: its closing part, without the lines of all that passed. The whole output, when there is none. */
function failuresIn(output: string): string {
  const begins = output.search(/^.*(?:Failed (?:Tests|Suites)|Unhandled Errors?).*$/m);
  return begins === -1 ? output : output.slice(begins);
}

/** Names the unit files that make every push wait; they may move to a `*.slow.test.ts`. Never a failure: machines differ. */
function slowFiles({ testResults }: Report): string {
  return testResults
    .map(({ name, startTime, endTime }) => ({ name: relative(root, name), seconds: (endTime - startTime) / 1000 }))
    .filter(({ seconds }) => seconds > slowAfterSeconds)
    .toSorted((a, b) => b.seconds - a.seconds)
    .map(({ name, seconds }) => `slow: ${name} took ${seconds.toFixed(1)} s`)
    .join("\n");
}

/** Names what failed and passed when it was tried again: it does not end the run, and nobody may overlook it. */
function secondAttempts({ testResults }: Report): string {
  return testResults
    .flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === "passed")
        .flatMap(({ fullName, failureMessages: [why] = [] }) =>
          why === undefined
            ? []
            : [`passed at the second attempt: ${relative(root, name)}: ${fullName}: ${why.split("\n")[0]}`],
        ),
    )
    .join("\n");
}

async function run({ projects, places = [], env = {}, cwd = root, onRan }: TestChoice): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), "oakroom-tests-"));
  try {
    const file = join(folder, "report.json");
    const chosen = projects.flatMap((project) => ["--project", project]);
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
    const lenient = places.length > 0 ? ["--passWithNoTests"] : [];
    const { code, output } = await installedTool(
      "vitest/vitest.mjs",
      ["run", ...chosen, ...reporters, ...lenient, ...places],
      { env, cwd },
    );
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined) {
      if (code === 0) return { passed: 0, failed: 0, seen: "0 tests", detail: "" };
      return { passed: 0, failed: 1, seen: "0 tests", detail: output };
    }
    const report = Report.parse(JSON.parse(text));
    onRan?.({ part: projects.join(" and "), root: cwd, files: report.testResults, output });
    const counts = count(report, code);
    const remarks = [reasonsToSkip(output), secondAttempts(report), projects.includes("unit") ? slowFiles(report) : ""];
    return {
      ...counts,
      detail: counts.failed === 0 ? remarks.filter((line) => line !== "").join("\n") : failuresIn(output),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A gate that runs tests and counts each of them. */
export function testGate(choice: TestChoice): Gate {
  return { name: choice.name, run: () => run(choice) };
}
