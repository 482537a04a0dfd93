/** Grouped commits: the works that arrive in one turn of the event loop share one transaction and one sync of the disk. */
import { type Kysely, sql } from "kysely";
import type { Writer } from "./database.ts";
import type { Tables } from "./tables.ts";

interface Waiting {
  readonly work: (writer: Writer) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** How many works one transaction takes at most, so that no one waits behind a crowd. */
const most = 64;
/** How often a work is tried again after the engine reported a conflict. */
const tries = 5;

/** A queue in front of one writing connection. */
export class GroupedWrites {
  readonly #db: Kysely<Tables>;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Adds a work; the promise settles after its transaction has ended. */
  add<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: (value) => resolve(value as T), reject });
      this.#running ??= this.#run();
    });
  }

  /** Waits until nothing is queued or under way. */
  async settle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, most);
      // Groups run one after the other: the next one gathers while this one syncs.
      // oxlint-disable-next-line no-await-in-loop
      await this.#commit(group);
    }
    this.#running = undefined;
  }

  async #commit(group: ReadonlyArray<Waiting>): Promise<void> {
    const settled: Array<() => void> = [];
    try {
      await this.#db.transaction().execute(async (writer) => {
        for (const waiting of group) {
          // oxlint-disable-next-line no-await-in-loop
          settled.push(await step(writer, waiting, group.length === 1));
        }
      });
    } catch (error) {
      await this.#retry(group, error);
      return;
    }
    for (const settle of settled) settle();
  }

  async #retry(group: ReadonlyArray<Waiting>, error: unknown): Promise<void> {
    for (const waiting of group) {
      // oxlint-disable-next-line no-await-in-loop
      if (group.length > 1 || isConflict(error)) await this.#alone(waiting);
      else waiting.reject(error);
    }
  }

  async #alone(waiting: Waiting): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        // oxlint-disable-next-line no-await-in-loop
        waiting.resolve(await this.#db.transaction().execute(waiting.work));
        return;
      } catch (error) {
        if (!isConflict(error) || attempt === tries) {
          waiting.reject(error);
          return;
        }
      }
    }
  }
}

/** Runs one work of a group behind a savepoint, so that its failure undoes nothing of its neighbours. */
async function step(writer: Writer, waiting: Waiting, alone: boolean): Promise<() => void> {
  if (alone) {
    const value = await waiting.work(writer);
    return () => waiting.resolve(value);
  }
  await sql`savepoint work`.execute(writer);
  try {
    const value = await waiting.work(writer);
    await sql`release savepoint work`.execute(writer);
    return () => waiting.resolve(value);
  } catch (error) {
    if (isConflict(error)) throw error;
    await sql`rollback to savepoint work`.execute(writer);
    await sql`release savepoint work`.execute(writer);
    return () => waiting.reject(error);
  }
}

/** True for serialisation failures and deadlocks, which the engine asks to try again. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "40001" || error.code === "40P01");
}
