/** Grouped commits: the works that arrive in one turn of the event loop share one transaction and one sync of the disk. */
import { type Kysely, sql } from "kysely";
import type { Writer } from "./database.ts";
import { type InLine, Line } from "./line.ts";
import type { Tables } from "./tables.ts";
import { codeOf } from "../../values/error-code.ts";

/** Runs its work in a transaction; the answer tells the caller, and is given only once the transaction is on disk. */
interface Waiting extends InLine {
  readonly run: (writer: Writer) => Promise<() => void>;
  readonly key: string;
}

/** How many works one transaction takes at most, so that no one waits behind a crowd. */
const most = 64;
/** How often a work is tried again after the engine reported a conflict. */
const tries = 5;
/** How long others are served between two groups, in ms. */
const [shortestBreathMs, longestBreathMs] = [10, 250];
/** How long to wait for another process that holds the database (a command beside the server), in ms. */
const patienceMs = 20_000;

/** A queue in front of one writing connection. */
export class GroupedWrites {
  readonly #db: Kysely<Tables>;
  readonly #line = new Line<Waiting>();
  #running: Promise<void> | undefined;
  /** When the next group may begin, by the clock of `performance`. */
  #notBefore = 0;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /**
   * Adds a work; the promise settles after its transaction has ended, with `OverloadedError` where its turn does not come soon enough. Works of a group run one after the other, ordered by key:
   * processes that lock the same rows lock them in the same order, and never wait for each other in a circle.
   */
  add<T>(work: (writer: Writer) => Promise<T>, key: string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const run = async (writer: Writer) => {
        const value = await work(writer);
        return () => resolve(value);
      };
      this.#line.add({ run, reject, key });
      this.#running ??= this.#run();
    });
  }

  /** Waits until nothing is queued or under way. */
  async settle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    do {
      // oxlint-disable-next-line no-await-in-loop -- the next group gathers meanwhile
      await turnAfter(this.#notBefore);
      const begun = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- the next group gathers while this one syncs
      await this.#commit(this.#line.take(most).toSorted(byKey));
      const ended = performance.now();
      this.#notBefore = ended + Math.min((ended - begun) / 4, longestBreathMs);
    } while (this.#line.length > 0);
    this.#running = undefined;
  }

  /** First all in one transaction; if one fails, all again behind savepoints; after a conflict, each in one of its own. */
  async #commit(group: ReadonlyArray<Waiting>): Promise<void> {
    const failed = await this.#attempt(group, all);
    if (!failed) return;
    if (group.length === 1 && !failed.again) return refuse(group, failed.error);
    if (failed.afterCommit && !failed.again) return refuse(group, failed.error);
    const failedApart = failed.again ? failed : await this.#attempt(group, apart);
    if (!failedApart) return;
    if (!failedApart.again) return refuse(group, failedApart.error);
    for (const waiting of group) {
      // oxlint-disable-next-line no-await-in-loop -- after a conflict, side by side would conflict again
      await this.#alone(waiting);
    }
  }

  async #alone(waiting: Waiting): Promise<void> {
    const until = performance.now() + patienceMs;
    for (let attempt = 1; ; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- a try follows the one before
      const failed = await this.#attempt([waiting], all);
      if (!failed) return;
      const mayTry =
        failed.again === "busy" ? performance.now() < until : failed.again === "conflict" && attempt < tries;
      if (!mayTry) return refuse([waiting], failed.error);
      // oxlint-disable-next-line no-await-in-loop -- the wait between two tries
      await new Promise((resolve) => setTimeout(resolve, 5 * Math.min(attempt, 10)));
    }
  }

  /** Runs works in one transaction and tells their callers once it is on disk; `undefined` where that went well. */
  async #attempt(group: ReadonlyArray<Waiting>, way: Way): Promise<Failed | undefined> {
    let tell: ReadonlyArray<() => void> = [];
    let ran = false;
    try {
      await this.#db.transaction().execute(async (writer) => {
        tell = await way(writer, group);
        ran = true;
      });
    } catch (error) {
      return { error, again: mayHelp(error), afterCommit: ran };
    }
    for (const each of tell) each();
    return undefined;
  }
}

/**
 * A turn of the event loop before the next group, and some time after a commit that was slow. SQLite syncs within the turn, and a
 * turn takes in one new connection: without time in between, a slow disk would leave everybody waiting at the door.
 */
function turnAfter(notBefore: number): Promise<void> {
  const left = notBefore - performance.now();
  return new Promise((resolve) => {
    if (left < shortestBreathMs) setImmediate(resolve);
    else setTimeout(resolve, left);
  });
}

interface Failed {
  readonly error: unknown;
  /** Whether the engine itself asks to try again; everything is undone then. */
  readonly again: "conflict" | "busy" | undefined;
  /** The works went well and the commit did not: nobody can say what is on disk, so nothing may be done twice. */
  readonly afterCommit: boolean;
}

type Way = (writer: Writer, group: ReadonlyArray<Waiting>) => Promise<ReadonlyArray<() => void>>;

/** All works, straight on: the failure of one fails the transaction. */
async function all(writer: Writer, group: ReadonlyArray<Waiting>): Promise<ReadonlyArray<() => void>> {
  const tell: Array<() => void> = [];
  for (const waiting of group) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction has one connection
    tell.push(await waiting.run(writer));
  }
  return tell;
}

/** All works, each behind a savepoint, so that the failure of one undoes nothing of its neighbours. */
async function apart(writer: Writer, group: ReadonlyArray<Waiting>): Promise<ReadonlyArray<() => void>> {
  const tell: Array<() => void> = [];
  for (const waiting of group) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction has one connection
    tell.push(await behindSavepoint(writer, waiting));
  }
  return tell;
}

async function behindSavepoint(writer: Writer, waiting: Waiting): Promise<() => void> {
  await sql`savepoint work`.execute(writer);
  try {
    const tell = await waiting.run(writer);
    await sql`release savepoint work`.execute(writer);
    return tell;
  } catch (error) {
    if (mayHelp(error)) throw error;
    await sql`rollback to savepoint work`.execute(writer);
    await sql`release savepoint work`.execute(writer);
    return () => waiting.reject(error);
  }
}

function refuse(group: ReadonlyArray<Waiting>, error: unknown): void {
  for (const waiting of group) waiting.reject(error);
}

function byKey(a: Waiting, b: Waiting): number {
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

/** Serialisation failures and deadlocks (PostgreSQL) are conflicts; another process that writes (SQLite) makes the database busy. */
function mayHelp(error: unknown): "conflict" | "busy" | undefined {
  const code = codeOf(error);
  if (code === "40001" || code === "40P01") return "conflict";
  return code?.startsWith("SQLITE_BUSY") ? "busy" : undefined;
}
