import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod/mini";
import { installedTool, root } from "./command.ts";
import type { Gate, Verdict } from "./gate.ts";

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.unknown()) })),
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
  /** Whether a test may skip itself, for want of something on this machine. */
  readonly maySkip?: boolean;
}

function count(
  report: Report,
  code: number,
  maySkip: boolean,
): Pick<Verdict, "passed" | "failed" | "seen"> & { readonly skipped: number } {
  const skipped = report.numPendingTests + report.numTodoTests;
  // A file that cannot be loaded holds no test that could fail.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const counted = report.numFailedTests + unloaded.length + (maySkip ? 0 : skipped);
  // An error outside all tests ends the run with a failure that no test shows.
  const failed = counted === 0 && code !== 0 ? 1 : counted;
  const seen = `${report.numPassedTests + report.numFailedTests} tests in ${report.testResults.length} files`;
  return { passed: report.numPassedTests, failed, seen, skipped };
}

async function run({ projects, places = [], env = {}, maySkip = false, cwd = root }: TestChoice): Promise<Verdict> {
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
    const { skipped, ...counts } = count(Report.parse(JSON.parse(text)), code, maySkip);
    const note = skipped === 0 ? "" : `\n${skipped} skipped: a test that does not run is a failure.`;
    return { ...counts, detail: counts.failed === 0 ? "" : output + note };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A gate that runs tests and counts each of them. */
export function testGate(choice: TestChoice): Gate {
  return { name: choice.name, run: () => run(choice) };
}
