/**
 * The real server with something broken on purpose: a disk that is slow while a file says so, or a promise that is not kept.
 * Started by `startFaulty` alone; what it breaks stands in its first argument.
 */
import { existsSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import * as z from "zod/mini";
import { readConfig } from "../../app/server/config.ts";
import type { Database, Writer } from "../../app/server/database/database.ts";
import { features } from "../../app/server/features.ts";
import { startServer } from "../../app/server/run.ts";
import { Instant } from "../../app/values/instant.ts";
import { Broken } from "./broken.ts";
import { insistOn } from "./insisting.ts";

const broken = z.parse(Broken, JSON.parse(process.argv[2] ?? "{}"));
const pauseMs = 15;
const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs));

/** Commits of SQLite wait for the disk inside the turn, and so does this. */
function waitForTheDisk(file: string): void {
  if (!existsSync(file)) return;
  const ms = Number(readFileSync(file, "utf8"));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Waits once a transaction, as its commit would. */
function slow(db: Database, file: string): Database {
  const waited = new WeakSet<Writer>();
  return wrapped(db, (work, write) =>
    write(async (writer) => {
      const value = await work(writer);
      if (!waited.has(writer)) waitForTheDisk(file);
      waited.add(writer);
      return value;
    }),
  );
}

/** A megabyte that the transaction needs besides: PostgreSQL lays its own log down ahead, so that a commit alone finds room on a full disk. */
async function writeMore(writer: Writer): Promise<void> {
  await sql`create temporary table if not exists more (number integer) on commit drop`.execute(writer);
  await sql`insert into more select generate_series(1, 30000)`.execute(writer);
}

/** Tells its caller before anything is on disk. */
function hasty(db: Database): Database {
  return wrapped(
    db,
    (work, write) =>
      new Promise((resolve, reject) => {
        const written = write(async (writer) => {
          resolve(await work(writer));
          await pause();
          if (db.engine === "postgres") await writeMore(writer);
        });
        written.catch(reject);
      }),
  );
}

type Work<T> = (writer: Writer) => Promise<T>;

function wrapped(
  db: Database,
  way: <T>(work: Work<T>, write: <U>(work: Work<U>) => Promise<U>) => Promise<T>,
): Database {
  const write = <T>(work: Work<T>, key?: string) => way(work, (inner) => db.write(inner, key));
  return {
    engine: db.engine,
    read: db.read,
    write,
    writeAlone: (statement) => (broken.promise === undefined ? db.writeAlone(statement) : write(statement)),
    close: () => db.close(),
  };
}

function databaseOf(opened: Database): Database {
  const disk = broken.slowFile === undefined ? opened : slow(opened, broken.slowFile);
  return broken.promise === "acknowledges before the commit" ? hasty(disk) : disk;
}

const started = Instant.parse(Date.now());
const standsStill = broken.promise === "looks at the clock once";
const running = await startServer(readConfig(process.env, process.cwd()), features, {
  version: "faulty",
  logLevel: "silent",
  databaseOf,
  ...(standsStill ? { clock: () => started } : {}),
});
const port = broken.promise === "never says no" ? await insistOn(running) : running.port;
process.stdout.write(`Oakroom is ready at http://localhost:${port}\n`);
process.once("SIGTERM", () => void running.stop().then(() => process.exit(0)));
