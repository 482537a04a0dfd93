/** The clock of the machine jumps by up to thirty days, forwards and back, or over a change of daylight saving, while people write. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../app/server/database/open.ts";
import { freshDatabase } from "../../app/server/database/testing.ts";
import { connectLive } from "../../app/server/live/testing.ts";
import { dayLength, hour } from "../../app/values/instant.ts";
import { between, oneOf, type Dice } from "./dice.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { startFaulty, stopFaulty } from "./program.ts";
import { audit, countOf, type Sender, sendersAt, untilSaved } from "./sender.ts";

const breach = "looks at the clock once";
/** More jobs than this come of no jump. */
const mostJobs = 20;
const saving = ["2026-10-25T00:59:58Z", "2027-03-28T00:59:58Z"] as const;

function library(): string | undefined {
  const above = "/usr/lib";
  if (!existsSync(above)) return undefined;
  return readdirSync(above)
    .map((folder) => join(above, folder, "faketime", "libfaketimeMT.so.1"))
    .find((file) => existsSync(file));
}

/** A jump, in ms from the real time: days, or to just before the clocks change. */
function jump(roll: Dice): number {
  if (roll() < 0.25) return Date.parse(oneOf(roll, saving)) - Date.now();
  return oneOf(roll, [-1, 1]) * between(roll, 1, 30 * 24) * hour;
}

/** Whether a sign-in of one day holds, so many ms from when it was made. */
async function looksAtSignIn(port: number, sender: Sender, offMs: number): Promise<string | undefined> {
  const { status } = await sender.ask(port, "?after=0");
  const expected = offMs >= dayLength ? 401 : 200;
  return status === expected ? undefined : `a sign-in of a day answered ${status} after ${Math.round(offMs / hour)} h`;
}

async function countJobs(at: {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
}): Promise<number> {
  const db = openDatabase(at);
  const rows = await db.read.selectFrom("job").select("id").execute();
  await db.close();
  return rows.length;
}

async function attempt({ engine, runs, roll, isBreached }: Trial): Promise<Found> {
  const at = await freshDatabase(engine);
  const folder = mkdtempSync(join(tmpdir(), "oakroom-clock-"));
  const file = join(folder, "time");
  const set = (ms: number) => writeFileSync(file, `${ms < 0 ? "-" : "+"}${Math.abs(ms / 1000).toFixed(0)}s\n`);
  const violations: string[] = [];
  const recoveriesMs: number[] = [];
  try {
    const [sender, other] = await sendersAt(at, 2);
    if (!sender || !other) throw new Error("nobody writes");
    set(0);
    const env = {
      LD_PRELOAD: library() ?? "",
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
      TZ: "Europe/Berlin",
    };
    const server = await startFaulty({ ...at, env }, isBreached ? { promise: breach } : {});
    for (let run = 0; run < runs; run += 1) {
      const jobsBefore = await countJobs(at);
      const live = await connectLive({ port: server.port, cookie: other.cookie, patienceMs: 30_000 });
      await live.next();
      const offMs = jump(roll);
      set(offMs);
      const told = await looksAtSignIn(server.port, sender, offMs);
      if (told !== undefined) violations.push(told);
      if (offMs < dayLength) await sender.sendOn(server.port, () => roll() < 0.2);
      set(0);
      recoveriesMs.push(await untilSaved(server.port, sender));
      await untilSaved(server.port, other);
      const heard = await live.next(({ event }) => event === "item").catch(() => undefined);
      // A stream that was looked after while its sign-in had run out has ended, as it should.
      if (!heard && offMs < dayLength) violations.push("a stream went silent");
      live.close();
      const more = (await countJobs(at)) - jobsBefore;
      if (more > mostJobs) violations.push(`${more} jobs came of a jump`);
    }
    violations.push(...(await audit(server.port, [sender, other])));
    await stopFaulty(server);
    return { violations, recoveriesMs, remark: countOf([sender, other]) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await at.end();
  }
}

/** Clocks that jump. */
export const fault: Fault = {
  promise: "sign-ins run out when they should, entries stay in order, streams go on, and no storm of jobs follows",
  breach,
  engines: ["sqlite", "postgres"],
  runs: 30,
  lacks: () => (library() === undefined ? "faketime is not on this machine" : undefined),
  attempt,
};
