/*
 * `npm run check`: types, lint, format, architecture and unit tests, under a minute.
 * `node tools/check.ts PLACE…` asks the same of some files or folders alone, with their database tests on SQLite.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { architectureGate } from "./architecture/gate.ts";
import { root } from "./gates/command.ts";
import type { Gate } from "./gates/gate.ts";
import { close, runGates, sum } from "./gates/run.ts";
import { type TestChoice, testGate } from "./gates/tests.ts";
import { textGates } from "./gates/text.ts";
import { typeGates } from "./gates/types.ts";
import { hostileGate } from "./hostile/gate.ts";
import { practicesGate } from "./practices/gate.ts";

/** All that needs no test run. */
export function staticGates(places: ReadonlyArray<string>): Gate[] {
  return [
    ...typeGates(places),
    ...textGates(places),
    architectureGate(places),
    practicesGate(places),
    hostileGate(places),
  ];
}

/** The tests that need neither PostgreSQL nor a browser. */
export function unitGate(places: ReadonlyArray<string>, heard: Pick<TestChoice, "onRan"> = {}): Gate {
  if (places.length === 0) return testGate({ name: "unit tests", projects: ["unit"], ...heard });
  return testGate({ name: "unit and SQLite tests", projects: ["unit", "sqlite"], places });
}

if (import.meta.main) {
  const places = process.argv.slice(2).map((place) => place.replace(/\/+$/, ""));
  const missing = places.filter((place) => !existsSync(join(root, place)));
  if (missing.length > 0) {
    process.stderr.write(`There is no ${missing.join(", no ")} here.\n`);
    process.exit(2);
  }
  const found = await runGates(staticGates(places), 2);
  const tested = await runGates([unitGate(places)], 1);
  close(sum(found, tested));
}
