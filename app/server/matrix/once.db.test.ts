import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../testing.ts";
import { once } from "./once.ts";
import { tryBursts } from "./testing/burst.ts";
import { actingIds, arrangedForNone, bursts, contested } from "./testing/bursts.ts";
import type { Bench } from "./testing/cells.ts";
import { makeBench } from "./testing/bench.ts";

/** How often each is tried here; `npm run faults -- bursts` tries each two hundred times. */
const timesHere = { first: 4, same: 2 } as const;

let server: TestServer;
let bench: Bench;

beforeAll(async () => {
  server = await testServer();
  bench = await makeBench(server);
}, 120_000);

afterAll(() => server.end());

describe("S7: of fifty at the same moment", () => {
  it.each(bursts)("$name: $rule", { timeout: 600_000 }, async ({ arrange, rule }) => {
    const times = timesHere[rule];
    process.stdout.write(`tried: one-time things: ${times}\n`);
    expect(await tryBursts(bench, arrange, rule, times)).toEqual([]);
  });
});

describe("what happens once", () => {
  it("is told of each operation that is served and is no GET", () => {
    const served = server.built.served.map(({ operation }) => operation).filter(({ method }) => method !== "GET");
    expect(actingIds.toSorted()).toEqual(served.map(({ id }) => id).toSorted());
  });

  it("has a burst for each, here or in its feature", () => {
    expect(arrangedForNone).toEqual([]);
    expect(actingIds.filter((id) => once[id] === "place").toSorted()).toEqual(contested.toSorted());
    for (const id of actingIds) {
      const entry = once[id];
      if (typeof entry === "string" || !("ownBurst" in entry)) continue;
      const { file, says } = entry.ownBurst;
      const text = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
      expect([id, text.includes(says), text.includes("S7")]).toEqual([id, true, true]);
    }
  });
});
