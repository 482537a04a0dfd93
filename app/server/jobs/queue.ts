/** The runner of jobs: at least once, with backoff; a job that keeps failing is parked, and none holds up the others. */
import type { Clock } from "../../values/instant.ts";
import { later, minute, second } from "../../values/instant.ts";
import type { Database } from "../database/database.ts";
import { describe, type Log } from "../http/log.ts";
import { finishJob, giveBackLeases, type Lease, leaseJobs, parkJob, postponeJob } from "./lease.ts";
import type { JobRow } from "./table.ts";

/** Does the work of one kind of job. Throws to be tried again later. Must bear running twice. */
export interface JobKind {
  readonly kind: string;
  run(job: JobRow): Promise<void>;
}

/** The part that routes see. */
export interface JobQueue {
  /** Looks for due jobs soon, or after a while. */
  wake(afterMs?: number): void;
}

/** The part that `main` sees. */
export interface JobRunner extends JobQueue {
  /** Begins to look for due jobs, now and every few seconds. */
  start(kinds: ReadonlyArray<JobKind>): void;
  /** Runs whatever is due, or will be so soon, and returns when nothing is; for tests and for commands. */
  runDue(kinds: ReadonlyArray<JobKind>, aheadMs?: number): Promise<number>;
  /** Waits a little for the jobs under way and stops. What does not end in time is run again after the next start. */
  stop(): Promise<void>;
}

/** How long things take, in ms; tests shorten them. */
export interface JobTiming {
  /** How often the table is looked at when nobody wakes the runner. */
  readonly pollMs: number;
  /** A job that takes longer counts as failed. Shorter than `leaseMs`, so that nobody else has taken it yet. */
  readonly deadlineMs: number;
  /** How long a job belongs to the process that took it. */
  readonly leaseMs: number;
  readonly stopMs: number;
}

const jobTiming: JobTiming = { pollMs: 5 * second, deadlineMs: 90 * second, leaseMs: 2 * minute, stopMs: 3 * second };

/** After so many failures a job is parked; `doctor` shows it. */
export const triesBeforeParking = 8;
/** How many jobs run beside each other in one process. */
const atOnce = 8;

/** A runner over the jobs table; several processes may run beside each other. */
export function makeRunner(db: Database, clock: Clock, log: Log, timing: JobTiming = jobTiming): JobRunner {
  return new Runner(db, clock, log, timing);
}

class Runner implements JobRunner {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #timing: JobTiming;
  readonly #running = new Set<Promise<void>>();
  #kinds: ReadonlyArray<JobKind> = [];
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #nudge = () => {};
  #stopped = false;
  /** How many jobs were taken so far. */
  #count = 0;

  constructor(db: Database, clock: Clock, log: Log, timing: JobTiming) {
    this.#db = db;
    this.#clock = clock;
    this.#log = log;
    this.#timing = timing;
  }

  wake(afterMs = 0): void {
    if (afterMs > 0) {
      setTimeout(() => this.wake(), afterMs).unref();
      return;
    }
    this.#nudge();
    setImmediate(() => this.#look());
  }

  start(kinds: ReadonlyArray<JobKind>): void {
    this.#kinds = kinds;
    this.#looking = this.#begin();
  }

  async runDue(kinds: ReadonlyArray<JobKind>, aheadMs = 0): Promise<number> {
    const before = this.#count;
    await this.#runAll(kinds, aheadMs);
    return this.#count - before;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#nudge();
    await this.#looking;
    let enough: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      enough = setTimeout(resolve, this.#timing.stopMs).unref();
    });
    await Promise.race([Promise.all(this.#running), patience]);
    clearTimeout(enough);
  }

  async #begin(): Promise<void> {
    try {
      // A process that was killed left its jobs taken. Beside a SQLite file there is no other process that runs jobs.
      if (this.#db.engine === "sqlite") await giveBackLeases(this.#db, this.#clock());
    } catch (error) {
      this.#log.defect("jobs", error);
    }
    this.#looking = undefined;
    this.#look();
  }

  #look(): void {
    if (this.#stopped || this.#looking || this.#kinds.length === 0) return;
    clearTimeout(this.#timer);
    this.#looking = this.#lookOnce();
  }

  async #lookOnce(): Promise<void> {
    try {
      await this.#runAll(this.#kinds);
    } catch (error) {
      this.#log.defect("jobs", error);
    }
    this.#looking = undefined;
    if (!this.#stopped) this.#timer = setTimeout(() => this.#look(), this.#timing.pollMs).unref();
  }

  /** Keeps as many jobs under way as may be, until nothing is due and nothing runs. */
  async #runAll(kinds: ReadonlyArray<JobKind>, aheadMs = 0): Promise<void> {
    for (;;) {
      const nudged = new Promise<void>((resolve) => {
        this.#nudge = resolve;
      });
      const free = this.#stopped ? 0 : atOnce - this.#running.size;
      // oxlint-disable-next-line no-await-in-loop -- what is due now is asked again and again
      const jobs = free > 0 ? await this.#lease({ kinds: kinds.map(({ kind }) => kind), most: free, aheadMs }) : [];
      for (const job of jobs) this.#run(kinds, job);
      this.#count += jobs.length;
      if (this.#stopped || this.#running.size === 0) return;
      // oxlint-disable-next-line no-await-in-loop -- until one has ended, or somebody says that there is more
      await Promise.race([...this.#running, nudged]);
    }
  }

  #lease(wanted: Pick<Lease, "kinds" | "most" | "aheadMs">): Promise<ReadonlyArray<JobRow>> {
    return leaseJobs(this.#db, { ...wanted, now: this.#clock(), leaseMs: this.#timing.leaseMs });
  }

  #run(kinds: ReadonlyArray<JobKind>, job: JobRow): void {
    const run = this.#runOne(kinds, job);
    this.#running.add(run);
    void run.finally(() => this.#running.delete(run));
  }

  async #runOne(kinds: ReadonlyArray<JobKind>, job: JobRow): Promise<void> {
    try {
      await this.#tryOne(kinds, job);
    } catch (error) {
      // The database did not take what became of the job: it is run again once its lease has ended.
      this.#log.defect("jobs", error);
    }
  }

  async #tryOne(kinds: ReadonlyArray<JobKind>, job: JobRow): Promise<void> {
    // It was taken once more than it may fail: each time the process ended before the job did.
    if (job.attempts > triesBeforeParking) return parkJob(this.#db, job, "ended-with-the-process");
    try {
      await this.#withDeadline(kinds.find((kind) => kind.kind === job.kind)?.run(job));
    } catch (error) {
      const { kind, code } = describe(error);
      this.#log.defect(`job ${job.kind}`, error);
      if (job.attempts >= triesBeforeParking) return parkJob(this.#db, job, code ?? kind);
      return postponeJob(this.#db, job, code ?? kind, later(this.#clock(), backoffMs(job.attempts)));
    }
    await finishJob(this.#db, job);
  }

  async #withDeadline(work: Promise<void> | undefined): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new DeadlineError("the job took too long")), this.#timing.deadlineMs).unref();
    });
    try {
      await Promise.race([work, deadline]);
    } finally {
      clearTimeout(late);
    }
  }
}

class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

/** 10 s, 40 s, 2 min 40 s, … at most six hours. */
export function backoffMs(attempts: number): number {
  return Math.min(10 * second * 4 ** (attempts - 1), 360 * minute);
}
