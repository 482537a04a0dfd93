/** PostgreSQL crashes while people write, is away for a while, and comes back. */
import { freshDatabase } from "../../app/server/database/testing.ts";
import { postgresPrograms, startPostgres } from "../../tools/postgres.ts";
import { between } from "./dice.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { startFaulty, stopFaulty } from "./program.ts";
import { audit, countOf, sendersAt, untilInMidst, untilSaved } from "./sender.ts";

const breach = "acknowledges before the commit";
const longestMs = 5000;

async function attempt({ runs, roll, isBreached, isTimed }: Trial): Promise<Found> {
  const postgres = await startPostgres({ durable: true });
  const place = await freshDatabase("sqlite");
  const at = { dataFolder: place.dataFolder, databaseUrl: postgres.url };
  const violations: string[] = [];
  const recoveriesMs: number[] = [];
  try {
    const senders = await sendersAt(at, 6);
    const server = await startFaulty(at, isBreached ? { promise: breach } : {});
    for (let run = 0; run < runs; run += 1) {
      const writing = senders.map((sender) => sender.sendOn(server.port));
      await untilInMidst(senders, writing, roll, 60);
      const start = await postgres.crash();
      await Promise.all(writing);
      for (const sender of senders)
        if ((await sender.send(server.port)) !== "refused") violations.push("a write was taken without a database");
      await new Promise((resolve) => setTimeout(resolve, between(roll, 0, 300)));
      await start();
      const begun = performance.now();
      await Promise.all(senders.map((sender) => untilSaved(server.port, sender)));
      recoveriesMs.push(performance.now() - begun);
      await Promise.all(senders.map((sender) => sender.readBack(server.port)));
    }
    const late = recoveriesMs.filter((ms) => ms > longestMs).length;
    if (isTimed && late > 0) violations.push(`${late} times nothing worked for ${longestMs} ms`);
    violations.push(...(await audit(server.port, senders)));
    await stopFaulty(server);
    return { violations, recoveriesMs, remark: countOf(senders) };
  } finally {
    await postgres.stop();
    await place.end();
  }
}

/** PostgreSQL away. */
export const fault: Fault = {
  promise:
    "503 with Retry-After while it is away, the same process goes on within 5 s, every transaction whole or not at all",
  breach,
  engines: ["postgres"],
  runs: 50,
  lacks: () => (postgresPrograms() === undefined ? "PostgreSQL is not on this machine" : undefined),
  attempt,
};
