/** Plain SQL migrations, forward only: `migrations/<engine>/NNNN-name.sql`. */
import { readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import type { Database, Engine, Reader, Writer } from "./database.ts";

/** One step of the schema. */
export interface Migration {
  /** Counts from 1 without a gap; equal numbers on both engines. */
  readonly number: number;
  readonly name: string;
  readonly statements: ReadonlyArray<string>;
}

/** The advisory lock (PostgreSQL) under which one process at a time changes the schema. */
const migrationLock = 6_713_001;

/** The database and this program do not fit: one line that says what to do. */
export class SchemaError extends Error {}

/** Reads the migrations of one engine, in order. Throws where a number is missing or doubled. */
export function readMigrations(engine: Engine): ReadonlyArray<Migration> {
  const folder = new URL(`migrations/${engine}/`, import.meta.url);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .toSorted();
  return files.map((file, at) => {
    const number = Number(file.slice(0, 4));
    if (number !== at + 1) throw new Error(`Migration ${file} is out of order.`);
    return { number, name: file.slice(5, -4), statements: split(readFileSync(new URL(file, folder), "utf8")) };
  });
}

/** A statement ends with a semicolon at the end of a line; comments stand on lines of their own. */
function split(text: string): ReadonlyArray<string> {
  const code = text
    .split("\n")
    .filter((line) => !line.trimStart().startsWith("--"))
    .join("\n");
  return code
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

/** The newest schema that this program knows. */
export function newestSchema(engine: Engine): number {
  return readMigrations(engine).length;
}

/** The tables that these migrations make. */
export function tablesMade(migrations: ReadonlyArray<Migration>): ReadonlyArray<string> {
  return migrations
    .flatMap((migration) => migration.statements)
    .flatMap((statement) => /^create table (\w+)/.exec(statement)?.[1] ?? []);
}

/** The schema version that the database holds; 0 for an empty one. */
export async function schemaVersion(db: Database): Promise<number> {
  return versionSeenBy(db.engine, db.read);
}

async function versionSeenBy(engine: Engine, read: Reader): Promise<number> {
  const tables =
    engine === "sqlite"
      ? sql<{ name: string }>`select name from sqlite_master where type = 'table' and name = 'meta'`
      : sql<{
          name: string;
        }>`select tablename as name from pg_tables where schemaname = current_schema() and tablename = 'meta'`;
  if ((await tables.execute(read)).rows.length === 0) return 0;
  const row = await read.selectFrom("meta").select("value").where("name", "=", "schema-version").executeTakeFirst();
  return Number(row?.value ?? 0);
}

/**
 * Brings the database to the newest schema, each step in a transaction of its own.
 * Throws `SchemaError` where it is newer than the program.
 */
export async function migrate(db: Database, migrations = readMigrations(db.engine)): Promise<void> {
  const held = await schemaVersion(db);
  refuseNewer(held, migrations);
  for (const migration of migrations.slice(held)) {
    // oxlint-disable-next-line no-await-in-loop -- one step stands on the one before
    await db.write((writer) => apply(db.engine, writer, migration, migrations));
  }
}

function refuseNewer(held: number, migrations: ReadonlyArray<Migration>): void {
  if (held <= migrations.length) return;
  throw new SchemaError(
    `The database has schema ${held}; this program knows ${migrations.length}. Start the newer Oakroom that wrote it.`,
  );
}

async function apply(
  engine: Engine,
  writer: Writer,
  migration: Migration,
  migrations: ReadonlyArray<Migration>,
): Promise<void> {
  if (engine === "postgres") await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(writer);
  // Another process may have been faster; what it did is seen only now.
  const held = await versionSeenBy(engine, writer);
  refuseNewer(held, migrations);
  if (held < migration.number) await step(writer, migration);
}

/** Runs one migration in the caller's transaction. */
export async function step(writer: Writer, migration: Migration): Promise<void> {
  for (const statement of migration.statements) {
    // oxlint-disable-next-line no-await-in-loop -- one step stands on the one before
    await sql.raw(statement).execute(writer);
  }
  const version = String(migration.number);
  await writer
    .insertInto("meta")
    .values({ name: "schema-version", value: version })
    .onConflict((clash) => clash.column("name").doUpdateSet({ value: version }))
    .execute();
}
