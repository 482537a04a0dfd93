/** The power goes while people write: what the memory of the machine had not yet written to the disk is gone. */
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { imageDisk, lacksImages } from "./disk.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { holdStill, startFaulty, stopFaulty } from "./program.ts";
import { audit, countOf, sendersAt, untilInMidst } from "./sender.ts";

const breach = "acknowledges before the commit";
const diskMegabytes = 64;

/** Beside the server, on the same disk: a database that never waits for it. A rig under which it loses nothing shows nothing. */
function controlOn(folder: string, run: number) {
  const database = new Sqlite(join(folder, `control-${run}`));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = OFF");
  database.exec("create table told (number integer primary key)");
  const insert = database.prepare("insert into told default values");
  let told = 0;
  return {
    tell() {
      insert.run();
      told += 1;
    },
    close: () => void database.close(),
    lostOn: (after: string) => told - countIn(join(after, `control-${run}`)),
  };
}

function countIn(file: string): number {
  try {
    const database = new Sqlite(file);
    try {
      return Number(database.prepare("select count(*) from told").pluck().get());
    } finally {
      database.close();
    }
  } catch {
    // It is empty, or torn: nothing of it can be read.
    return 0;
  }
}

async function attempt({ runs, roll, isBreached }: Trial): Promise<Found> {
  let disk = imageDisk(diskMegabytes);
  const at = () => ({ dataFolder: join(disk.folder, "data"), databaseUrl: undefined });
  const violations: string[] = [];
  const recoveriesMs: number[] = [];
  let lost = 0;
  try {
    const senders = await sendersAt(at(), 6);
    for (let run = 0; run < runs; run += 1) {
      const server = await startFaulty(at(), isBreached ? { promise: breach } : {});
      if (run > 0) recoveriesMs.push(server.tookMs);
      await Promise.all(senders.map((sender) => sender.readBack(server.port)));
      const control = controlOn(disk.folder, run);
      const writing = senders.map((sender) => sender.sendOn(server.port));
      const telling = setInterval(() => control.tell(), 1);
      await untilInMidst(senders, writing, roll, 60);
      clearInterval(telling);
      await holdStill(server);
      const left = disk.afterPowerCut();
      await stopFaulty(server);
      await Promise.all(writing);
      control.close();
      disk.end();
      disk = left;
      lost += control.lostOn(disk.folder);
    }
    if (lost === 0) violations.push("the control lost nothing, so this shows nothing");
    const last = await startFaulty(at());
    await Promise.all(senders.map((sender) => sender.readBack(last.port)));
    violations.push(...(await audit(last.port, senders)));
    await stopFaulty(last);
    return { violations, recoveriesMs, remark: `${countOf(senders)}, ${lost} lost by the control` };
  } finally {
    disk.end();
  }
}

/** A power cut. */
export const fault: Fault = {
  promise: "what was acknowledged survives a power cut, each entry once and without a gap",
  breach,
  engines: ["sqlite"],
  runs: 60,
  lacks: lacksImages,
  attempt,
};
