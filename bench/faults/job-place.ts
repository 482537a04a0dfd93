/** A jobs table with a clock that a fault run moves. */
import { systemChance } from "../../app/server/chance.ts";
import type { Database, Engine } from "../../app/server/database/database.ts";
import { openMigrated } from "../../app/server/database/open.ts";
import { freshDatabase } from "../../app/server/database/testing.ts";
import { makeLog } from "../../app/server/http/log.ts";
import { type JobKind, makeRunner } from "../../app/server/jobs/queue.ts";
import { addJob } from "../../app/server/jobs/table.ts";
import { Instant, later, minute, second } from "../../app/values/instant.ts";

/** The only kind of job there. */
export const kind = "mail";

/** A database that holds jobs alone. */
export interface JobPlace {
  readonly db: Database;
  /** Lays down jobs that are due now. */
  readonly add: (keys: ReadonlyArray<string>) => Promise<void>;
  readonly pass: (ms: number) => void;
  readonly runDue: (run: JobKind["run"]) => Promise<number>;
  /** Lets time pass, a second at a time, until no job is left to run; the answer is how long that took, in ms of the moved clock. */
  readonly runOut: (run: JobKind["run"]) => Promise<number>;
  /** How many jobs are in each state. */
  readonly states: () => Promise<Readonly<Record<string, number>>>;
  readonly end: () => Promise<void>;
}

/** Makes one. */
export async function jobPlace(engine: Engine, deadlineMs = 90 * second): Promise<JobPlace> {
  const at = await freshDatabase(engine);
  const db = await openMigrated(at);
  let now = Instant.parse(Date.parse("2026-10-01T08:00:00Z"));
  const chance = systemChance(() => now);
  const timing = { pollMs: 5 * second, deadlineMs, leaseMs: 2 * minute, stopMs: 1 };
  const pass = (ms: number) => {
    now = later(now, ms);
  };
  const runDue = (run: JobKind["run"]) => makeRunner(db, () => now, makeLog("silent"), timing).runDue([{ kind, run }]);
  const next = () =>
    db.read.selectFrom("job").select("run_at").where("state", "=", "ready").orderBy("run_at").executeTakeFirst();
  return {
    db,
    pass,
    runDue,
    add: (keys) =>
      db.write(async (writer) => {
        for (const effectKey of keys) await addJob(writer, chance, now, { kind, effectKey, payload: {}, runAt: now });
      }),
    async runOut(run) {
      const begun = now;
      for (let due = await next(); due !== undefined; due = await next()) {
        if (due.run_at > now) now = due.run_at;
        else pass(second);
        await runDue(run);
      }
      return now - begun;
    },
    async states() {
      const rows = await db.read.selectFrom("job").select("state").execute();
      const of = (state: string) => rows.filter((row) => row.state === state).length;
      return { ready: of("ready"), done: of("done"), parked: of("parked") };
    },
    async end() {
      await db.close();
      await at.end();
    },
  };
}
