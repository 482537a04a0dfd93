/** S1: the program is killed with kill -9 while people write, started again, and asked for everything. */
import { freshDatabase } from "../../app/server/database/testing.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { startFaulty, stopFaulty } from "./program.ts";
import { audit, countOf, sendersAt, untilInMidst } from "./sender.ts";

const breach = "acknowledges before the commit";

async function attempt({ engine, runs, roll, isBreached }: Trial): Promise<Found> {
  const at = await freshDatabase(engine);
  const recoveriesMs: number[] = [];
  try {
    const senders = await sendersAt(at, 6);
    const broken = isBreached ? ({ promise: breach } as const) : {};
    await stopFaulty(await startFaulty(at, broken), "SIGTERM");
    for (let run = 0; run < runs; run += 1) {
      const server = await startFaulty(at, broken);
      recoveriesMs.push(server.tookMs);
      await Promise.all(senders.map((sender) => sender.readBack(server.port)));
      const writing = senders.map((sender) => sender.sendOn(server.port));
      await untilInMidst(senders, writing, roll, 30);
      await stopFaulty(server);
      await Promise.all(writing);
    }
    const last = await startFaulty(at);
    await Promise.all(senders.map((sender) => sender.readBack(last.port)));
    const violations = await audit(last.port, senders);
    await stopFaulty(last);
    return { violations, recoveriesMs, remark: countOf(senders) };
  } finally {
    await at.end();
  }
}

/** Kill -9. */
export const fault: Fault = {
  promise: "what was acknowledged survives kill -9, each entry once and without a gap",
  breach,
  engines: ["sqlite", "postgres"],
  runs: 300,
  attempt,
};
