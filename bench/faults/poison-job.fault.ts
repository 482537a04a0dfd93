/** One job among a hundred fails each time, or never ends. Times are those of a moved clock. */
import { triesBeforeParking } from "../../app/server/jobs/queue.ts";
import type { JobRow } from "../../app/server/jobs/table.ts";
import { second } from "../../app/values/instant.ts";
import { between } from "./dice.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { jobPlace } from "./job-place.ts";

const breach = "a job that failed counts as done";
const jobs = 100;

async function oneAmongMany({ engine, roll, isBreached, isTimed }: Trial) {
  const place = await jobPlace(engine, 100);
  const poison = `job ${between(roll, 0, jobs - 1)}`;
  const neverEnds = roll() < 0.5;
  const served = new Map<string, number>();
  let tries = 0;
  const run = async ({ effect_key }: JobRow) => {
    if (effect_key !== poison) return void served.set(effect_key, (served.get(effect_key) ?? 0) + 1);
    tries += 1;
    if (isBreached) return;
    if (neverEnds) await new Promise(() => undefined);
    throw new Error("poison");
  };
  try {
    await place.add(Array.from({ length: jobs }, (_, number) => `job ${number}`));
    const begun = performance.now();
    await place.runDue(run);
    const tookMs = performance.now() - begun;
    const violations = served.size === jobs - 1 ? [] : [`${served.size} others were served at the first go`];
    if (isTimed && tookMs > 10 * second) violations.push(`the others waited ${Math.round(tookMs)} ms`);
    await place.runOut(run);
    const { done, parked } = await place.states();
    if (parked !== 1 || done !== jobs - 1) violations.push(`${done} are done and ${parked} parked`);
    if (tries !== triesBeforeParking) violations.push(`it was tried ${tries} times`);
    if ([...served.values()].some((times) => times !== 1)) violations.push("one of the others was served twice");
    return { violations, tookMs };
  } finally {
    await place.end();
  }
}

async function attempt(trial: Trial): Promise<Found> {
  const found = [];
  for (let run = 0; run < trial.runs; run += 1) found.push(await oneAmongMany(trial));
  return {
    violations: found.flatMap(({ violations }) => violations),
    recoveriesMs: found.map(({ tookMs }) => tookMs),
    remark: `${trial.runs * jobs} jobs, recovery is until the other ${jobs - 1} were done`,
  };
}

/** A poison job. */
export const fault: Fault = {
  promise: "the others are done at once, and it is parked after so many tries, where an operator sees it",
  breach,
  engines: ["sqlite", "postgres"],
  runs: 10,
  attempt,
};
