/**
 * `npm run faults`: breaks things on purpose and says what became of the promises. `npm run faults -- kill --runs 300 --seed 7`
 * runs one; `--engine postgres` on one engine alone; `--breach` breaks the promise too, and expects the run to notice.
 */
import { readdirSync } from "node:fs";
import { endPrograms } from "../../app/server/testing/process.ts";
import { type Postgres, postgresPrograms, startPostgres } from "../../tools/postgres.ts";
import { readAsked } from "./asked.ts";
import { enginesOf, type Fault, tryFault } from "./fault.ts";

const all = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".fault.ts"))
  .map((file) => file.slice(0, -".fault.ts".length));
const asked = readAsked(process.argv.slice(2), all);
if (typeof asked === "string") {
  process.stderr.write(`${asked}\n`);
  process.exit(2);
}
const { names, engines, runs: wanted, seed, isBreached } = asked;

let postgres: Postgres | undefined;
let failed = 0;
// Some of what is waited for keeps no process alive: deadlines, and jobs that never end.
setInterval(() => undefined, 60_000);
process.on("SIGINT", () => void leave(130));
process.on("SIGTERM", () => void leave(143));
for (const name of names) await tryOn(name);
await leave(failed === 0 ? 0 : 1);

async function leave(code: number): Promise<never> {
  await endPrograms();
  await postgres?.stop();
  process.exit(code);
}

async function tryOn(name: string): Promise<void> {
  const { fault }: { readonly fault: Fault } = await import(new URL(`${name}.fault.ts`, import.meta.url).href);
  const lacks = fault.lacks?.();
  if (lacks !== undefined) return void process.stdout.write(`skipped: ${name}, since ${lacks}\n`);
  for (const engine of engines) {
    if (!enginesOf(fault, isBreached).includes(engine)) continue;
    if (engine === "postgres" && !(await hasPostgres())) continue;
    const { line, violations } = await tryFault(fault, {
      name,
      engine,
      runs: wanted ?? fault.runs,
      seed,
      isBreached,
      isTimed: true,
    });
    process.stdout.write(`${line}\n`);
    for (const violation of new Set(violations.slice(0, 10))) process.stdout.write(`  ${violation}\n`);
    if (violations.length > 0 !== isBreached) failed += 1;
  }
}

/** Starts a PostgreSQL that syncs as in real use, at the first need. */
async function hasPostgres(): Promise<boolean> {
  if (process.env["OAKROOM_TEST_POSTGRES"] !== undefined) return true;
  if (postgresPrograms() === undefined) {
    process.stdout.write("skipped: PostgreSQL, which is not on this machine\n");
    return false;
  }
  postgres = await startPostgres({ durable: true });
  process.env["OAKROOM_TEST_POSTGRES"] = postgres.url;
  return true;
}
