/** The disk refuses every write from one moment on, as after a fault of its hardware, until somebody has mounted it anew. */
import { join } from "node:path";
import { startProgram } from "../../app/server/testing/process.ts";
import { imageDisk, lacksImages } from "./disk.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { settingsOf, startFaulty, stopFaulty } from "./program.ts";
import { audit, countOf, sendersAt, untilInMidst, untilSaved } from "./sender.ts";

const breach = "acknowledges before the commit";

async function attempt({ runs, roll, isBreached }: Trial): Promise<Found> {
  const disk = imageDisk(64);
  const at = { dataFolder: join(disk.folder, "data"), databaseUrl: undefined };
  const broken = isBreached ? ({ promise: breach } as const) : {};
  const violations: string[] = [];
  const recoveriesMs: number[] = [];
  try {
    const senders = await sendersAt(at, 4);
    for (let run = 0; run < runs; run += 1) {
      const server = await startFaulty(at, broken);
      const late = performance.now() + (isBreached ? 1000 : 10_000);
      const writing = senders.map((sender) => sender.sendOn(server.port, () => performance.now() > late));
      await untilInMidst(senders, writing, roll, 60);
      disk.refuseWrites();
      await Promise.all(writing);
      for (const sender of senders) {
        if ((await sender.send(server.port)) !== "refused")
          violations.push("a write was taken by a disk that takes none");
        await sender.readBack(server.port);
      }
      await stopFaulty(server);
      const refused = startProgram(settingsOf(at));
      if ((await refused.ended()) === 0 || refused.err.trim().split("\n").length !== 1)
        violations.push(`starting on such a disk said: ${refused.err}`);
      disk.repair();
      const again = await startFaulty(at);
      for (const sender of senders) recoveriesMs.push(again.tookMs + (await untilSaved(again.port, sender)));
      violations.push(...(await audit(again.port, senders)));
      await stopFaulty(again, "SIGTERM");
    }
    return { violations, recoveriesMs, remark: countOf(senders) };
  } finally {
    disk.end();
  }
}

/** A read-only disk. */
export const fault: Fault = {
  promise:
    "writes are refused with 503, reading goes on, a start says in one line why not, nothing acknowledged is lost",
  breach,
  engines: ["sqlite"],
  runs: 10,
  lacks: lacksImages,
  attempt,
};
