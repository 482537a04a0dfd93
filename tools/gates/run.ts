import { broken, type Gate, type Verdict } from "./gate.ts";

const linesShown = 120;

function shorten(detail: string): string {
  const lines = detail.trimEnd().split("\n");
  if (lines.length <= linesShown) return lines.join("\n");
  return [...lines.slice(0, linesShown), `… and ${lines.length - linesShown} more lines`].join("\n");
}

const seconds = (sinceMs: number) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

/** How many passed and failed, over all gates so far. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** What a gate found; one that throws counts as one failure. */
export function verdictOf({ run }: Gate): Promise<Verdict> {
  return run().catch((error: unknown) =>
    broken(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
}

/** Runs one gate and prints one line for it, with what is wrong below. */
async function tell(gate: Gate): Promise<Verdict> {
  const began = performance.now();
  const verdict = await verdictOf(gate);
  const detail = shorten(verdict.detail);
  const mark = verdict.failed === 0 ? "ok  " : "FAIL";
  process.stdout.write(
    `${mark} ${gate.name}: ${verdict.seen} (${seconds(began)})\n${detail === "" ? "" : `${detail}\n`}`,
  );
  return verdict;
}

/** Runs gates side by side, at most `width` at a time, in their order. */
export async function runGates(gates: ReadonlyArray<Gate>, width: number): Promise<Totals> {
  const waiting = [...gates];
  let passed = 0;
  let failed = 0;
  async function work(): Promise<void> {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      const verdict = await tell(gate);
      passed += verdict.passed;
      failed += verdict.failed;
    }
  }
  await Promise.all(Array.from({ length: width }, work));
  return { passed, failed };
}

/** Adds what two rounds of gates found. */
export function sum(...totals: ReadonlyArray<Totals>): Totals {
  return {
    passed: totals.reduce((all, { passed }) => all + passed, 0),
    failed: totals.reduce((all, { failed }) => all + failed, 0),
  };
}

/** Prints the closing line and sets the exit code. Nothing is printed after it. */
export function close({ passed, failed }: Totals): void {
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
