/*
 * `npm test`: everything there is, in one run, with one closing line. Brings Chromium and PostgreSQL where it can, says
 * what it left out where it cannot; leaves a record for `oakroom evidence`.
 */
import { bring } from "./bring.ts";
import { staticGates, unitGate } from "./check.ts";
import { buildGate, onceBuilt } from "./gates/build.ts";
import { budgetGates } from "./gates/budgets.ts";
import type { Tried } from "../app/features/programme/evidence/rules.ts";
import { type Ran, triedIn, writeRecord } from "./evidence/record.ts";
import { endCommands, root } from "./gates/command.ts";
import { broken, type Gate } from "./gates/gate.ts";
import { close, runGates, sum } from "./gates/run.ts";
import { testGate } from "./gates/tests.ts";
import { startPostgres, type Postgres } from "./postgres.ts";

const { chromium, hasPostgres, skipped, failures } = await bring();

let postgres: Postgres | undefined;
const tellsOfPostgres: Gate[] = [];
if (hasPostgres) {
  try {
    postgres = await startPostgres();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tellsOfPostgres.push({ name: "PostgreSQL", run: async () => broken(why) });
  }
}

async function leave(code: number): Promise<never> {
  endCommands();
  await postgres?.stop();
  process.exit(code);
}
process.on("SIGINT", () => void leave(130));
process.on("SIGTERM", () => void leave(143));

const env = {
  ...(chromium === undefined ? {} : { OAKROOM_TEST_CHROMIUM: chromium }),
  ...(postgres === undefined ? {} : { OAKROOM_TEST_POSTGRES: postgres.url }),
};

const brought: Gate[] = failures.map((why) => ({ name: "bring", run: async () => broken(why) }));
const tried: Tried[] = [];
const onRan = (ran: Ran) => void tried.push(...triedIn(ran));
const tested: Gate[] = [
  unitGate([], { onRan }),
  testGate({ name: "slow tests", projects: ["slow"], env, onRan }),
  testGate({ name: "database tests on SQLite", projects: ["sqlite"], env, onRan }),
  ...(postgres === undefined
    ? []
    : [testGate({ name: "database tests on PostgreSQL", projects: ["postgres"], env, onRan })]),
];
const seen: Gate[] = [
  ...budgetGates(),
  ...(chromium === undefined ? [] : [testGate({ name: "journeys", projects: ["journeys"], env, onRan })]),
];

const first = await runGates([...brought, ...tellsOfPostgres, ...staticGates([]), buildGate()], 2);
const second = await runGates([...tested, ...seen.map(onceBuilt)], 1);
await postgres?.stop();
writeRecord(root, tried, skipped, new Date());
for (const line of skipped) process.stdout.write(`skipped ${line}\n`);
close(sum(first, second));
