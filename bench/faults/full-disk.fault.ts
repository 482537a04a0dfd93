/** The disk under the database becomes full while people write, and has room again later. */
import { join } from "node:path";
import { startPostgres } from "../../tools/postgres.ts";
import { between } from "./dice.ts";
import { type Disk, lacksMounts, memoryDisk } from "./disk.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { type At, startFaulty, stopFaulty } from "./program.ts";
import { audit, countOf, sendersAt, untilSaved } from "./sender.ts";

const breach = "acknowledges before the commit";
const itemBytes = 16_384;

/** A database on a disk of its own. */
async function placeOn(
  engine: Trial["engine"],
): Promise<{ readonly at: At; readonly disk: Disk; readonly end: () => Promise<void> }> {
  const disk = memoryDisk(engine === "sqlite" ? 48 : 160);
  if (engine === "sqlite") {
    const at = { dataFolder: join(disk.folder, "data"), databaseUrl: undefined };
    return { at, disk, end: async () => disk.end() };
  }
  const postgres = await startPostgres({ durable: true, below: disk.folder });
  const at = { dataFolder: join(disk.folder, "data"), databaseUrl: postgres.url };
  const end = () => postgres.stop().finally(() => disk.end());
  return { at, disk, end };
}

async function attempt({ engine, runs, roll, isBreached }: Trial): Promise<Found> {
  const { at, disk, end } = await placeOn(engine);
  const violations: string[] = [];
  const recoveriesMs: number[] = [];
  try {
    const senders = await sendersAt(at, 6, itemBytes);
    const server = await startFaulty(at, isBreached ? { promise: breach } : {});
    const [first] = senders;
    if (!first) throw new Error("nobody writes");
    for (let run = 0; run < runs; run += 1) {
      // The breach shows only where something fits before the disk is full.
      disk.fill(between(roll, isBreached ? 10 : 0, 20) * itemBytes);
      const late = performance.now() + (isBreached ? 2000 : 20_000);
      const isFull = () => performance.now() > late;
      await Promise.all(senders.map((sender) => sender.sendOn(server.port, isFull)));
      if (isFull()) violations.push("writes are taken although the disk is full");
      for (const sender of senders) await sender.readBack(server.port);
      disk.free();
      recoveriesMs.push(await untilSaved(server.port, first));
    }
    violations.push(...(await audit(server.port, senders)));
    await stopFaulty(server);
    return { violations, recoveriesMs, remark: countOf(senders) };
  } finally {
    await end();
  }
}

/** A full disk. */
export const fault: Fault = {
  promise:
    "writes are refused with 503, reading goes on, nothing acknowledged is lost, and it works again once there is room",
  breach,
  engines: ["sqlite", "postgres"],
  runs: 20,
  lacks: lacksMounts,
  attempt,
};
