/** Plain SQL migrations, forward only: `migrations/<engine>/NNNN-name.sql`. */
import { readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import type { Database, Engine, Writer } from "./database.ts";

/** One step of the schema. */
export interface Migration {
  /** Counts from 1 without a gap; equal numbers on both engines. */
  readonly number: number;
  readonly name: string;
  readonly statements: ReadonlyArray<string>;
}

/** The database and this program do not fit: one line that says what to do. */
export class SchemaError extends Error {}

/** Reads the migrations of one engine, in order. Throws where a number is missing or doubled. */
export function readMigrations(engine: Engine): ReadonlyArray<Migration> {
  const folder = new URL(`migrations/${engine}/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql")).toSorted();
  return files.map((file, at) => {
    const number = Number(file.slice(0, 4));
    if (number !== at + 1) throw new Error(`Migration ${file} is out of order.`);
    return { number, name: file.slice(5, -4), statements: split(readFileSync(new URL(file, folder), "utf8")) };
  });
}

/** A statement ends with a semicolon at the end of a line; comments stand on lines of their own. */
function split(text: string): ReadonlyArray<string> {
  const code = text.split("\n").filter((line) => !line.trimStart().startsWith("--")).join("\n");
  return code.split(/;\s*(?:\n|$)/).map((statement) => statement.trim()).filter((statement) => statement !== "");
}

/** The newest schema that this program knows. */
export function newestSchema(engine: Engine): number {
  return readMigrations(engine).length;
}

/** The schema version that the database holds; 0 for an empty one. */
export async function schemaVersion(db: Database): Promise<number> {
  const found = await sql<{ present: number }>`${db.engine === "sqlite" ? sql`select count(*) as present from sqlite_master where name = 'meta'` : sql`select count(*)::int as present from information_schema.tables where table_schema = current_schema() and table_name = 'meta'`}`.execute(db.read);
  if (!found.rows[0]?.present) return 0;
  const row = await db.read.selectFrom("meta").select("value").where("name", "=", "schema-version").executeTakeFirst();
  return Number(row?.value ?? 0);
}

/** Brings the database to the newest schema, each step in a transaction of its own. Throws `SchemaError` where it is newer than the program. */
export async function migrate(db: Database, migrations = readMigrations(db.engine)): Promise<void> {
  const held = await schemaVersion(db);
  if (held > migrations.length)
    throw new SchemaError(`The database has schema ${held}; this program knows ${migrations.length}. Start the newer Oakroom that wrote it.`);
  for (const migration of migrations.slice(held)) {
    // oxlint-disable-next-line no-await-in-loop
    await db.write((writer) => apply(db.engine, writer, migration));
  }
}

async function apply(engine: Engine, writer: Writer, migration: Migration): Promise<void> {
  if (engine === "postgres") await sql`select pg_advisory_xact_lock(6713001)`.execute(writer);
  if (migration.number > 1) {
    const row = await writer.selectFrom("meta").select("value").where("name", "=", "schema-version").executeTakeFirst();
    if (Number(row?.value ?? 0) >= migration.number) return;
  } else if (engine === "postgres") {
    const { rows } = await sql<{ name: string | null }>`select to_regclass('meta')::text as name`.execute(writer);
    if (rows[0]?.name) return;
  }
  for (const statement of migration.statements) {
    // oxlint-disable-next-line no-await-in-loop
    await sql.raw(statement).execute(writer);
  }
  const version = String(migration.number);
  await writer.insertInto("meta").values({ name: "schema-version", value: version }).onConflict((clash) => clash.column("name").doUpdateSet({ value: version })).execute();
}
