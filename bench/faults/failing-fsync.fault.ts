/** The disk says EIO when it is asked to keep something for good; then the power goes. What was acknowledged must have been kept. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { imageDisk, lacksImages } from "./disk.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { holdStill, type Started, startFaulty, stopFaulty } from "./program.ts";
import { audit, countOf, type Sender, sendersAt, untilInMidst, untilSaved } from "./sender.ts";

const breach = "acknowledges before the commit";

/** Lays itself over the flushes of a program; false where this machine has no compiler for it. */
function compile(to: string): boolean {
  const source = fileURLToPath(new URL("failing-fsync.c", import.meta.url));
  return spawnSync("cc", ["-shared", "-fPIC", "-O1", "-o", to, source, "-ldl"], { stdio: "ignore" }).status === 0;
}

function lacks(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "oakroom-fsync-"));
  try {
    return lacksImages() ?? (compile(join(folder, "fails.so")) ? undefined : "there is no C compiler");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Everybody writes while the disk keeps nothing: each is told to come back, and can read. */
async function writeInVain({ port }: Started, senders: ReadonlyArray<Sender>): Promise<ReadonlyArray<string>> {
  const said = await Promise.all(
    senders.map(async (sender) => {
      const sent = await sender.send(port);
      await sender.readBack(port);
      return sent;
    }),
  );
  return said.filter((sent) => sent !== "refused").map((sent) => `a write that the disk did not keep was ${sent}`);
}

async function attempt({ runs, roll, isBreached }: Trial): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), "oakroom-fsync-"));
  const [library, sign] = [join(folder, "fails.so"), join(folder, "fails")];
  if (!compile(library)) throw new Error("there is no C compiler");
  let disk = imageDisk(64);
  const env = { LD_PRELOAD: library, FAILING_FSYNC_WHILE: sign };
  const at = () => ({ dataFolder: join(disk.folder, "data"), databaseUrl: undefined, env });
  const violations: string[] = [];
  const recoveriesMs: number[] = [];
  try {
    const senders = await sendersAt(at(), 4);
    for (let run = 0; run < runs; run += 1) {
      const server = await startFaulty(at(), isBreached ? { promise: breach } : {});
      const late = performance.now() + 10_000;
      const writing = senders.map((sender) => sender.sendOn(server.port, () => performance.now() > late));
      await untilInMidst(senders, writing, roll, 60);
      writeFileSync(sign, "");
      // The breached server goes on saying yes.
      if (!isBreached) await Promise.all(writing);
      violations.push(...(await writeInVain(server, senders)));
      rmSync(sign);
      for (const sender of senders) recoveriesMs.push(await untilSaved(server.port, sender));
      await holdStill(server);
      const left = disk.afterPowerCut();
      await stopFaulty(server);
      await Promise.all(writing);
      disk.end();
      disk = left;
      const again = await startFaulty(at());
      violations.push(...(await audit(again.port, senders)));
      await stopFaulty(again, "SIGTERM");
    }
    return { violations, recoveriesMs, remark: countOf(senders) };
  } finally {
    disk.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A disk that cannot flush. */
export const fault: Fault = {
  promise:
    "writes are refused with 503 while the disk keeps nothing, reading goes on, and what was acknowledged survives a power cut",
  breach,
  engines: ["sqlite"],
  runs: 60,
  lacks,
  attempt,
};
