/** Restores into a SQLite file beside the one in use, which it then replaces in one step. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { makeFolder } from "../../folder.ts";
import { lockFolder } from "../../lock.ts";
import { migrate, readMigrations } from "../migrate.ts";
import { databaseFile } from "../open.ts";
import { openSqlite } from "../sqlite.ts";
import { BackupError } from "./file.ts";
import { behind, endings, type Filling, type Restoring } from "./filling.ts";

/** Restores; answers the new generation. Throws `LockedError` where a server runs on the folder. */
export async function restoreIntoSqlite(dataFolder: string, restoring: Restoring): Promise<number> {
  makeFolder(dataFolder);
  const lock = lockFolder(dataFolder);
  try {
    const file = join(dataFolder, databaseFile);
    const fresh = `${file}.restoring`;
    await restoring.prepare();
    // What a restore that was killed left behind.
    removeAll(fresh);
    const generation = restoring.generationAfter(settle(file));
    try {
      await make(fresh, restoring, generation);
    } catch (error) {
      removeAll(fresh);
      throw error;
    }
    replace(file, fresh, dataFolder);
    // Its log is empty, and belongs to a name that is gone.
    removeAll(fresh);
    return generation;
  } finally {
    lock.release();
  }
}

async function make(fresh: string, restoring: Restoring, generation: number): Promise<void> {
  await migrateTo(fresh, restoring.schema);
  const connection = new Sqlite(fresh);
  try {
    connection.pragma("foreign_keys = OFF");
    connection.exec("begin immediate");
    for (const table of tablesOf(connection)) connection.exec(`delete from "${table}"`);
    await restoring.fill(filling(connection));
    connection.prepare("update meta set value = ? where name = 'generation'").run(String(generation));
    const there = tablesOf(connection);
    for (const { table, column, where } of endings) {
      // An older schema may not have the table.
      if (there.includes(table))
        connection.prepare(`update ${table} set ${column} = ? where ${where}`).run(restoring.now);
    }
    if (there.includes(behind.table)) for (const statement of behind.statements) connection.exec(statement);
    if (connection.pragma("foreign_key_check", { simple: true }) !== undefined)
      throw new BackupError("The backup holds rows that belong to nothing. Use another one.");
    connection.exec("commit");
  } finally {
    connection.close();
  }
  await migrateTo(fresh, readMigrations("sqlite").length);
  settle(fresh);
  sync(fresh);
}

async function migrateTo(file: string, schema: number): Promise<void> {
  const db = openSqlite(file);
  try {
    await migrate(db, readMigrations("sqlite").slice(0, schema));
  } finally {
    await db.close();
  }
}

function filling(connection: Sqlite.Database): Filling {
  return {
    async insert(table, columns, rows) {
      const names = columns.map((column) => `"${column}"`).join(", ");
      const places = columns.map(() => "?").join(", ");
      const put = connection.prepare<ReadonlyArray<unknown>>(`insert into "${table}" (${names}) values (${places})`);
      for (const row of rows) put.run(row);
    },
    count: async (table) =>
      connection.prepare<[], { rows: number }>(`select count(*) as rows from "${table}"`).get()?.rows ?? 0,
  };
}

function tablesOf(connection: Sqlite.Database): ReadonlyArray<string> {
  return connection
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all()
    .map((row) => row.name);
}

/** Brings what stands in the write-ahead log into the file, and answers its generation; 0 where it has none, or cannot be read. */
function settle(file: string): number {
  if (!existsSync(file)) return 0;
  try {
    const connection = new Sqlite(file, { fileMustExist: true });
    try {
      connection.pragma("wal_checkpoint(TRUNCATE)");
      const found = connection.prepare<[], { value: string }>("select value from meta where name = 'generation'").get();
      return Number(found?.value ?? 0);
    } finally {
      connection.close();
    }
  } catch {
    // A database that is broken is a reason to restore, and no reason not to.
    return 0;
  }
}

/** One step decides: before the rename there is the old database, after it the new one. */
function replace(file: string, fresh: string, dataFolder: string): void {
  // The old one's log would be taken for the new one's.
  for (const ending of ["-wal", "-shm"]) rmSync(`${file}${ending}`, { force: true });
  renameSync(fresh, file);
  sync(dataFolder);
}

function sync(path: string): void {
  const opened = openSync(path, "r");
  fsyncSync(opened);
  closeSync(opened);
}

function removeAll(file: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(`${file}${ending}`, { force: true });
}
