/** The server ends, cleanly or by kill -9, while people listen to their live streams; they come back with the last id they heard. */
import { freshDatabase } from "../../app/server/database/testing.ts";
import { oneOf } from "./dice.ts";
import { Ear } from "./ear.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { startFaulty, stopFaulty } from "./program.ts";
import { audit, countOf, sendersAt, untilInMidst, untilSaved } from "./sender.ts";

const breach = "a device forgets the last id that it heard";

async function attempt({ engine, runs, roll, isBreached }: Trial): Promise<Found> {
  const at = await freshDatabase(engine);
  const recoveriesMs: number[] = [];
  try {
    const senders = await sendersAt(at, 4);
    const ears = senders.map((sender) => new Ear(sender, isBreached ? 2000 : 30_000));
    for (let run = 0; run < runs; run += 1) {
      const server = await startFaulty(at);
      // Something happens before anybody listens again.
      if (run > 0) await Promise.all(senders.map((sender) => untilSaved(server.port, sender)));
      const begun = performance.now();
      await Promise.all(ears.map((ear) => ear.listen(server.port)));
      recoveriesMs.push(server.tookMs + performance.now() - begun);
      const writing = senders.map((sender) => sender.sendOn(server.port));
      await untilInMidst(senders, writing, roll, 60);
      await stopFaulty(server, oneOf(roll, ["SIGKILL", "SIGTERM"]));
      await Promise.all([...writing, ...ears.map((ear) => ear.close(isBreached))]);
    }
    const last = await startFaulty(at);
    await Promise.all(ears.map((ear) => ear.listen(last.port)));
    await Promise.all(senders.map((sender) => untilSaved(last.port, sender)));
    await Promise.all(ears.map((ear) => ear.hearAll()));
    const violations = [...ears.flatMap((ear) => ear.violations), ...(await audit(last.port, senders))];
    await stopFaulty(last);
    return { violations, recoveriesMs, remark: countOf(senders) };
  } finally {
    await at.end();
  }
}

/** Restarts under live streams. */
export const fault: Fault = {
  promise: "whoever comes back with the last id hears every entry once, in order",
  breach,
  engines: ["sqlite", "postgres"],
  runs: 100,
  attempt,
};
