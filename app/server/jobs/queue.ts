/** The runner of jobs: at least once, with backoff; a job that keeps failing is parked and holds up nobody. */
import { sql } from "kysely";
import type { Clock, Instant } from "../../values/instant.ts";
import { later, minute, second } from "../../values/instant.ts";
import type { Database } from "../database/database.ts";
import { describe, type Log } from "../http/log.ts";
import type { JobRow } from "./table.ts";

/** Does the work of one kind of job. Throws to be tried again later. Must bear running twice. */
export interface JobKind {
  readonly kind: string;
  run(job: JobRow): Promise<void>;
}

/** The part that routes see. */
export interface JobQueue {
  /** Looks for due jobs soon. */
  wake(): void;
}

/** The part that `main` sees. */
export interface JobRunner extends JobQueue {
  /** Begins to look for due jobs, now and every few seconds. */
  start(kinds: ReadonlyArray<JobKind>): void;
  /** Runs whatever is due and returns when nothing is; for tests and for commands. */
  runDue(kinds: ReadonlyArray<JobKind>): Promise<number>;
  /** Waits for the job under way and stops. */
  stop(): Promise<void>;
}

/** After so many failures a job is parked; `doctor` shows it. */
export const triesBeforeParking = 8;
const leaseMs = 2 * minute;
const pollMs = 5 * second;
const atOnce = 4;

/** A runner over the jobs table; several processes may run beside each other. */
export function makeRunner(db: Database, clock: Clock, log: Log): JobRunner {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let kinds: ReadonlyArray<JobKind> = [];
  let running: Promise<unknown> | undefined;
  let again = false;

  function look(): void {
    if (stopped || kinds.length === 0) return;
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    again = false;
    running = runDue(db, clock, log, kinds)
      .catch((error: unknown) => log.defect("jobs", error))
      .finally(() => {
        running = undefined;
        if (again) look();
        else if (!stopped) timer = setTimeout(look, pollMs).unref();
      });
  }

  return {
    wake: () => setImmediate(look),
    start(all) {
      kinds = all;
      look();
    },
    runDue: (all) => runDue(db, clock, log, all),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function runDue(db: Database, clock: Clock, log: Log, kinds: ReadonlyArray<JobKind>): Promise<number> {
  let count = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const jobs = await lease(db, clock(), kinds);
    if (jobs.length === 0) return count;
    // oxlint-disable-next-line no-await-in-loop
    await Promise.all(jobs.map((job) => runOne(db, clock, log, kinds, job)));
    count += jobs.length;
  }
}

function lease(db: Database, now: Instant, kinds: ReadonlyArray<JobKind>): Promise<ReadonlyArray<JobRow>> {
  return db.write(async (writer) => {
    const due = await writer
      .selectFrom("job")
      .select("id")
      .where("state", "=", "ready")
      .where("run_at", "<=", now)
      .where("leased_until", "<=", now)
      .where("kind", "in", kinds.map((kind) => kind.kind))
      .orderBy("run_at")
      .limit(atOnce)
      .$if(db.engine === "postgres", (query) => query.modifyEnd(sql`for update skip locked`))
      .execute();
    if (due.length === 0) return [];
    return writer
      .updateTable("job")
      .set((row) => ({ leased_until: later(now, leaseMs), attempts: row("attempts", "+", 1) }))
      .where("id", "in", due.map((job) => job.id))
      .returningAll()
      .execute();
  });
}

async function runOne(db: Database, clock: Clock, log: Log, kinds: ReadonlyArray<JobKind>, job: JobRow): Promise<void> {
  try {
    await kinds.find((kind) => kind.kind === job.kind)?.run(job);
    await db.write((writer) => writer.updateTable("job").set({ state: "done", payload: "{}", last_error: null }).where("id", "=", job.id).execute());
  } catch (error) {
    const { kind, code } = describe(error);
    log.defect(`job ${job.kind}`, error);
    await db.write((writer) =>
      writer
        .updateTable("job")
        .set({ last_error: code ?? kind, ...(job.attempts >= triesBeforeParking ? { state: "parked" as const } : { run_at: later(clock(), backoffMs(job.attempts)), leased_until: clock() }) })
        .where("id", "=", job.id)
        .execute(),
    );
  }
}

/** 10 s, 40 s, 2 min 40 s, … at most six hours. */
function backoffMs(attempts: number): number {
  return Math.min(10 * second * 4 ** (attempts - 1), 360 * minute);
}
