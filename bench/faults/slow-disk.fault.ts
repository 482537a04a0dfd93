/** Every commit takes long: the disk is slow, or the way to the database is. Many people write at the same time. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshDatabase } from "../../app/server/database/testing.ts";
import type { Broken } from "./broken.ts";
import { between } from "./dice.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { startFaulty, stopFaulty } from "./program.ts";
import { FaultProxy } from "./proxy.ts";
import { audit, countOf, type Sender, sendersAt, untilSaved } from "./sender.ts";

const breach = "never says no";
const people = 900;
/** Well below the half minute after which callers give up. */
const mostMs = 20_000;

/** What makes commits slow, and what makes them fast again. */
interface Slowness {
  readonly broken: Broken;
  readonly databaseUrl: string | undefined;
  readonly begin: (ms: number) => void;
  readonly end: () => void;
  readonly close: () => Promise<void>;
}

async function slownessOf(at: {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
}): Promise<Slowness> {
  if (at.databaseUrl === undefined) {
    const slowFile = join(at.dataFolder, "slow");
    return {
      broken: { slowFile },
      databaseUrl: undefined,
      begin: (ms) => writeFileSync(slowFile, String(ms)),
      end: () => rmSync(slowFile, { force: true }),
      close: async () => undefined,
    };
  }
  let delayMs = 0;
  const url = new URL(at.databaseUrl);
  const proxy = new FaultProxy(Number(url.port), () => ({ delayMs }));
  url.port = String(await proxy.listen());
  return {
    broken: {},
    databaseUrl: url.href,
    begin: (ms) => {
      delayMs = ms / 2;
    },
    end: () => {
      delayMs = 0;
    },
    close: () => proxy.close(),
  };
}

/** One write of everybody; the answer is how long the slowest was left waiting. */
async function everybodyWrites(port: number, senders: ReadonlyArray<Sender>): Promise<number> {
  const begun = performance.now();
  const took = senders.map(async (sender) => {
    await sender.send(port);
    return performance.now() - begun;
  });
  return Math.max(...(await Promise.all(took)));
}

async function attempt({ engine, runs, roll, isBreached }: Trial): Promise<Found> {
  const at = await freshDatabase(engine);
  const slowness = await slownessOf(at);
  const violations: string[] = [];
  const recoveriesMs: number[] = [];
  let slowest = 0;
  try {
    const senders = await sendersAt(at, people);
    const broken = isBreached ? ({ ...slowness.broken, promise: breach } as const) : slowness.broken;
    const server = await startFaulty({ ...at, databaseUrl: slowness.databaseUrl }, broken);
    for (let run = 0; run < runs; run += 1) {
      slowness.begin(between(roll, 1000, 2000));
      const waited = await everybodyWrites(server.port, senders);
      slowest = Math.max(slowest, waited);
      if (waited > mostMs) violations.push(`somebody waited ${Math.round(waited)} ms`);
      slowness.end();
      const [first] = senders;
      if (first) recoveriesMs.push(await untilSaved(server.port, first));
    }
    violations.push(...(await audit(server.port, senders)));
    await stopFaulty(server);
    return {
      violations,
      recoveriesMs,
      remark: `${countOf(senders)}, nobody waited longer than ${Math.round(slowest)} ms`,
    };
  } finally {
    await slowness.close();
    await at.end();
  }
}

/** A slow disk, or a slow way to the database. */
export const fault: Fault = {
  promise: "whoever cannot be served in time is told so with 503, and nobody is left waiting",
  breach,
  engines: ["sqlite", "postgres"],
  runs: 5,
  attempt,
};
