/** The jobs table: work that must happen at least once, each with a key for its effect. */
import * as z from "zod/mini";
import { JobId } from "../../values/id.ts";
import { dayLength, type Instant, later } from "../../values/instant.ts";
import type { Chance } from "../chance.ts";
import type { Writer } from "../database/database.ts";
import { inParts } from "../turns.ts";

/** A job waits, is done, or was parked after too many tries. */
export type JobState = "ready" | "done" | "parked";

/** One row. The payload of a job that is done is erased, since it may hold a token. */
export interface JobRow {
  readonly id: JobId;
  readonly kind: string;
  readonly effect_key: string;
  readonly state: JobState;
  readonly payload: string;
  readonly run_at: Instant;
  readonly leased_until: Instant;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly created_at: Instant;
}

declare module "../database/tables.ts" {
  interface Tables {
    job: JobRow;
  }
}

/** What to do, once, not before `runAt`. */
export interface NewJob {
  readonly kind: string;
  /** Names the effect: a second job with the same key is the same job. */
  readonly effectKey: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly runAt: Instant;
}

const jobsAStatement = 200;

function rowOf(chance: Chance, now: Instant, job: NewJob): JobRow {
  return {
    id: JobId.parse(chance.id()),
    kind: job.kind,
    effect_key: job.effectKey,
    state: "ready",
    payload: JSON.stringify(job.payload),
    run_at: job.runAt,
    leased_until: now,
    attempts: 0,
    last_error: null,
    created_at: now,
  };
}

/** Writes a job in the caller's transaction, so that cause and job are stored together or not at all. Wake the runner after the commit. */
export async function addJob(writer: Writer, chance: Chance, now: Instant, job: NewJob): Promise<void> {
  await addJobs(writer, chance, now, [job]);
}

/** Writes many jobs at once, as `addJob` writes one. */
export async function addJobs(
  writer: Writer,
  chance: Chance,
  now: Instant,
  jobs: ReadonlyArray<NewJob>,
): Promise<void> {
  await inParts(jobs, jobsAStatement, (part) =>
    writer
      .insertInto("job")
      .values(part.map((job) => rowOf(chance, now, job)))
      .onConflict((clash) => clash.column("effect_key").doNothing())
      .execute(),
  );
}

/** Lays a job that is under way down again for later, as another one: it then asks anew whether it still holds. */
export async function putOff(writer: Writer, chance: Chance, now: Instant, job: JobRow, runAt: Instant): Promise<void> {
  const payload = z.parse(z.record(z.string(), z.unknown()), JSON.parse(job.payload));
  const effectKey = `${job.effect_key.replace(/@\d+$/, "")}@${runAt}`;
  await addJob(writer, chance, now, { kind: job.kind, effectKey, payload, runAt });
}

/** Takes back a job that has not run, by the key of its effect. */
export async function dropJob(writer: Writer, effectKey: string): Promise<void> {
  await writer.deleteFrom("job").where("effect_key", "=", effectKey).where("state", "=", "ready").execute();
}

/** How long a job that is done is remembered: nobody asks for the same effect so late, and its key may name people and times. */
const rememberedMs = dayLength;

/** Forgets jobs that were done a while ago, so that no history of dates remains. */
export async function forgetDone(writer: Writer, now: Instant): Promise<void> {
  await writer.deleteFrom("job").where("state", "=", "done").where("run_at", "<=", later(now, -rememberedMs)).execute();
}

/** Reads a payload back; throws where it does not have the shape that its kind promises. */
export function readPayload<S extends z.core.$ZodType>(shape: S, payload: string): z.output<S> {
  return z.parse(shape, JSON.parse(payload));
}
