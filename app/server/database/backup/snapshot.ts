/** Reads everything as it was at one moment, while others go on writing. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import type { Config } from "../../config.ts";
import type { Engine } from "../database.ts";
import { readMigrations, tablesMade } from "../migrate.ts";
import { databaseFile } from "../open.ts";
import { wholeNumbers } from "../postgres.ts";
import { BackupError, type Cell, type Row } from "./file.ts";

/** A moment of a database. */
export interface Snapshot {
  readonly engine: Engine;
  /** The columns of each table, by name. */
  readonly tables: Readonly<Record<string, ReadonlyArray<string>>>;
  /** A value of the table `meta`. */
  meta(name: string): Promise<string | undefined>;
  rows(table: string): AsyncGenerator<Row>;
  close(): Promise<void>;
}

/** Holds a moment. Throws a `BackupError` where there is no database. */
export function takeSnapshot(config: Pick<Config, "databaseUrl" | "dataFolder">): Promise<Snapshot> {
  return config.databaseUrl ? ofPostgres(config.databaseUrl) : ofSqlite(join(config.dataFolder, databaseFile));
}

type Values = Record<string, unknown>;

async function ofSqlite(file: string): Promise<Snapshot> {
  if (!existsSync(file))
    throw new BackupError("There is no database in the data folder. Set OAKROOM_DATA to the folder of the server.");
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  // Reading anything inside a transaction holds the moment; WAL lets others write on.
  connection.exec("begin");
  const names = connection
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .all();
  const columnsOf = connection.prepare<[string], { name: string }>(
    "select name from pragma_table_info(?) order by cid",
  );
  const tables = Object.fromEntries(names.map(({ name }) => [name, columnsOf.all(name).map((column) => column.name)]));
  return {
    engine: "sqlite",
    tables,
    async meta(name) {
      return connection.prepare<[string], { value: string }>("select value from meta where name = ?").get(name)?.value;
    },
    async *rows(table) {
      const columns = tables[table] ?? [];
      const select = connection.prepare<[], Values>(`select * from "${table}"`);
      for (const values of select.iterate()) yield columns.map((column) => cellOf(values[column]));
    },
    async close() {
      connection.close();
    },
  };
}

async function ofPostgres(url: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url, types: wholeNumbers() });
  await client.connect();
  await client.query("begin isolation level repeatable read read only");
  const { rows } = await client.query<{ table: string; columns: string[] }>(`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`);
  // Somebody else's tables in the same schema are theirs to keep.
  const ours = tablesMade(readMigrations("postgres"));
  const tables = Object.fromEntries(
    rows.filter(({ table }) => ours.includes(table)).map(({ table, columns }) => [table, columns]),
  );
  return {
    engine: "postgres",
    tables,
    async meta(name) {
      const found = await client.query<{ value: string }>("select value from meta where name = $1", [name]);
      return found.rows[0]?.value;
    },
    async *rows(table) {
      const columns = tables[table] ?? [];
      await client.query(`declare walk no scroll cursor for select * from "${table}"`);
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- a cursor goes step by step
        const step = await client.query<Values>("fetch 500 from walk");
        for (const values of step.rows) yield columns.map((column) => cellOf(values[column]));
        if (step.rows.length < 500) break;
      }
      await client.query("close walk");
    },
    close: () => client.end(),
  };
}

/** What a column may hold; see `tables.ts`. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "string" || value instanceof Uint8Array) return value;
  throw new TypeError(`a column holds a ${typeof value}, which backups cannot carry`);
}
