import { afterAll, expect, it } from "vitest";
import { engineUnderTest } from "../../app/server/database/testing.ts";
import { endPrograms } from "../../app/server/testing/process.ts";
import { tryFault, usualSeed } from "./fault.ts";
import { fault } from "./kill.fault.ts";

const kills = 60;
const seed = Number(process.env["OAKROOM_TEST_SEED"] ?? usualSeed);

afterAll(endPrograms);

it(`S1: loses nothing that it acknowledged in ${kills} kills`, { timeout: 600_000 }, async () => {
  const choice = { name: "kill", engine: engineUnderTest, runs: kills, seed, isBreached: false, isTimed: false };
  const { line, violations } = await tryFault(fault, choice);
  process.stdout.write(`${line}\n`);
  expect(violations).toEqual([]);
  expect(Number(/(\d+) acknowledged/.exec(line)?.[1])).toBeGreaterThan(kills);
});
