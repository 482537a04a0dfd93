/** What becomes of jobs in the table: taken for a while, done, tried again later, parked. */
import { sql } from "kysely";
import type { Instant } from "../../values/instant.ts";
import { later } from "../../values/instant.ts";
import type { Database, Reader, Writer } from "../database/database.ts";
import type { JobRow } from "./table.ts";

/** Which jobs to take. */
export interface Lease {
  readonly kinds: ReadonlyArray<string>;
  readonly most: number;
  readonly now: Instant;
  readonly leaseMs: number;
  /** Takes also what is due so soon. */
  readonly aheadMs?: number;
}

/** Takes due jobs for a while, oldest first. A process that dies leaves them to whoever asks after that. */
export async function leaseJobs(db: Database, lease: Lease): Promise<ReadonlyArray<JobRow>> {
  // Most looks find nothing; those need no transaction.
  const due = await dueJobs(db.read, { ...lease, most: 1 }).execute();
  if (due.length === 0) return [];
  return db.write(async (writer) => {
    const found = await dueJobs(writer, lease)
      .$if(db.engine === "postgres", (query) => query.modifyEnd(sql`for update skip locked`))
      .execute();
    return found.length === 0 ? [] : take(writer, lease, found);
  });
}

function dueJobs(read: Reader, { kinds, most, now, aheadMs = 0 }: Lease) {
  return read
    .selectFrom("job")
    .select("id")
    .where("state", "=", "ready")
    .where("run_at", "<=", later(now, aheadMs))
    .where("leased_until", "<=", now)
    .where("kind", "in", kinds)
    .orderBy("run_at")
    .orderBy("id")
    .limit(most);
}

async function take(writer: Writer, { now, leaseMs }: Lease, found: ReadonlyArray<Pick<JobRow, "id">>) {
  const taken = await writer
    .updateTable("job")
    .set((row) => ({ leased_until: later(now, leaseMs), attempts: row("attempts", "+", 1) }))
    .where(
      "id",
      "in",
      found.map((job) => job.id),
    )
    .returningAll()
    .execute();
  return taken.toSorted((a, b) => a.run_at - b.run_at);
}

/** Marks a job as done, and erases its payload, which may hold a token. */
export async function finishJob(db: Database, { id }: JobRow): Promise<void> {
  await db.write((writer) =>
    writer.updateTable("job").set({ state: "done", payload: "{}", last_error: null }).where("id", "=", id).execute(),
  );
}

/** Puts a job off after a failure. `error` is a class or code, never a message. */
export async function postponeJob(db: Database, { id }: JobRow, error: string, runAt: Instant): Promise<void> {
  await db.write((writer) =>
    writer
      .updateTable("job")
      .set({ last_error: error, run_at: runAt, leased_until: runAt })
      .where("id", "=", id)
      .execute(),
  );
}

/** Takes a job out of the way of the others; an operator may bring it back. */
export async function parkJob(db: Database, { id }: JobRow, error: string): Promise<void> {
  await db.write((writer) =>
    writer.updateTable("job").set({ state: "parked", last_error: error }).where("id", "=", id).execute(),
  );
}

/** Ends all leases. Only for an engine beside which no other process runs jobs. */
export async function giveBackLeases(db: Database, now: Instant): Promise<void> {
  await db.write((writer) =>
    writer
      .updateTable("job")
      .set({ leased_until: now })
      .where("state", "=", "ready")
      .where("leased_until", ">", now)
      .where("run_at", "<=", now)
      .execute(),
  );
}
