import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { evidenceOf } from "../../app/features/programme/evidence/rules.ts";
import { engineUnderTest } from "../../app/server/database/testing.ts";
import { endPrograms } from "../../app/server/testing/process.ts";
import * as bursts from "./bursts.fault.ts";
import * as clocks from "./clocks.fault.ts";
import * as daylightSaving from "./daylight-saving.fault.ts";
import * as failingFsync from "./failing-fsync.fault.ts";
import { enginesOf, type Fault, tryFault, usualSeed } from "./fault.ts";
import * as fullDisk from "./full-disk.fault.ts";
import * as halfOpen from "./half-open.fault.ts";
import * as kill from "./kill.fault.ts";
import * as mail from "./mail.fault.ts";
import * as poisonJob from "./poison-job.fault.ts";
import * as postgresAway from "./postgres-away.fault.ts";
import * as powerCut from "./power-cut.fault.ts";
import * as readOnlyDisk from "./read-only-disk.fault.ts";
import * as repeats from "./repeats.fault.ts";
import * as slowDisk from "./slow-disk.fault.ts";
import * as storm from "./storm.fault.ts";
import * as streams from "./streams.fault.ts";

/** How often each is tried here, whole and breached; 0 leaves it to the command, since one run takes a quarter of a minute. */
const tried: Readonly<Record<string, readonly [Fault, number, number]>> = {
  // Each operation in a test of its own.
  bursts: [bursts.fault, 0, 1],
  clocks: [clocks.fault, 3, 4],
  // Each change of the year, at three hours.
  "daylight-saving": [daylightSaving.fault, 12, 1],
  "failing-fsync": [failingFsync.fault, 2, 1],
  "full-disk": [fullDisk.fault, 1, 1],
  "half-open": [halfOpen.fault, 0, 1],
  // Sixty times in a test of its own.
  kill: [kill.fault, 0, 3],
  mail: [mail.fault, 3, 2],
  "poison-job": [poisonJob.fault, 2, 1],
  "postgres-away": [postgresAway.fault, 2, 2],
  "power-cut": [powerCut.fault, 2, 3],
  "read-only-disk": [readOnlyDisk.fault, 1, 1],
  repeats: [repeats.fault, 24, 6],
  "slow-disk": [slowDisk.fault, 0, 0],
  storm: [storm.fault, 0, 0],
  streams: [streams.fault, 3, 3],
};

afterEach(endPrograms);

const here = (name: string, breached: 1 | 2) => {
  const [fault] = tried[name] ?? [];
  const lacks = fault?.lacks?.();
  if (lacks !== undefined) process.stdout.write(`skipped: the fault ${name}, since ${lacks}\n`);
  return fault !== undefined && lacks === undefined && enginesOf(fault, breached === 2).includes(engineUnderTest);
};
const rows = (breached: 1 | 2) =>
  Object.entries(tried).flatMap(([name, row]) =>
    row[breached] > 0 && here(name, breached) ? [[name, row[0], row[breached]] as const] : [],
  );

describe("every fault", () => {
  it("is tried here and told in the README", () => {
    const folder = new URL(".", import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith(".fault.ts"));
    expect(Object.keys(tried).toSorted()).toEqual(files.map((file) => file.slice(0, -".fault.ts".length)).toSorted());
    const readme = readFileSync(new URL("README.md", folder), "utf8");
    const told = [...readme.matchAll(/^\| `([\w-]+)` \|.*\| (\d+) \|/gm)].map(([, name, runs]) => `${name} ${runs}`);
    expect(told.toSorted()).toEqual(Object.entries(tried).map(([name, [fault]]) => `${name} ${fault.runs}`));
    const { more } = evidenceOf(undefined).suites.find(({ suite }) => suite === "one-time things") ?? {};
    expect(more).toBe(`npm run faults -- bursts tries each ${bursts.fault.runs} times`);
  });

  it.each(rows(1))("%s breaks no promise", { timeout: 600_000 }, async (name, fault, runs) => {
    const choice = { name, engine: engineUnderTest, runs, seed: usualSeed, isBreached: false, isTimed: false };
    const { line, violations } = await tryFault(fault, choice);
    process.stdout.write(`${line}\n`);
    expect(violations).toEqual([]);
  });

  it.each(rows(2))("%s is noticed where the promise is broken", { timeout: 600_000 }, async (name, fault, runs) => {
    const choice = { name, engine: engineUnderTest, runs, seed: usualSeed, isBreached: true, isTimed: false };
    expect((await tryFault(fault, choice)).violations).not.toEqual([]);
  });
});
