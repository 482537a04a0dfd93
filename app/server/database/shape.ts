/** What a schema looks like from outside, in words that both engines share: for the test that they are equal, and for backups. */
import { sql } from "kysely";
import type { Engine, Reader } from "./database.ts";

/** One column. */
export interface Column {
  readonly name: string;
  /** "text", "integer" or "blob"; anything else by the engine's own name. */
  readonly type: string;
  readonly required: boolean;
}

/** One table. Lists of columns are in the order of the key or index; the lists themselves are sorted. */
export interface Table {
  readonly name: string;
  readonly columns: ReadonlyArray<Column>;
  readonly primaryKey: string;
  readonly uniques: ReadonlyArray<string>;
  readonly indexes: ReadonlyArray<string>;
  /** "columns > table (columns)". */
  readonly references: ReadonlyArray<string>;
}

/** All tables, by name. */
export async function readShape(engine: Engine, read: Reader): Promise<ReadonlyArray<Table>> {
  const names = await tableNames(engine, read);
  const describe = engine === "sqlite" ? describeSqlite : describePostgres;
  return Promise.all(names.map((name) => describe(read, name)));
}

/** The names of all tables, sorted. */
export async function tableNames(engine: Engine, read: Reader): Promise<ReadonlyArray<string>> {
  const { rows } =
    engine === "sqlite"
      ? await sql<{
          name: string;
        }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`.execute(read)
      : await sql<{
          name: string;
        }>`select tablename as name from pg_tables where schemaname = current_schema()`.execute(read);
  return rows.map((row) => row.name).toSorted();
}

async function describeSqlite(read: Reader, name: string): Promise<Table> {
  const columns = await sql<{ name: string; type: string; notnull: number; pk: number }>`
    select name, type, "notnull", pk from pragma_table_info(${name}) order by cid`.execute(read);
  const indexes = await sql<{ unique: number; origin: string; partial: number; columns: string }>`
    select l."unique", l.origin, l.partial,
      (select group_concat(i.name, ', ' order by i.seqno) from pragma_index_info(l.name) i) as columns
    from pragma_index_list(${name}) l`.execute(read);
  const references = await sql<{ columns: string; target: string; targets: string }>`
    select group_concat("from", ', ' order by seq) as columns, "table" as target,
      group_concat("to", ', ' order by seq) as targets
    from pragma_foreign_key_list(${name}) group by id, "table"`.execute(read);
  const keys = columns.rows.filter((column) => column.pk > 0).toSorted((a, b) => a.pk - b.pk);
  const index = (row: { columns: string; partial: number }) => `${row.columns}${row.partial ? " where" : ""}`;
  const unique = indexes.rows.filter((row) => row.unique === 1 && row.origin !== "pk");
  return {
    name,
    columns: columns.rows.map((column) => ({
      name: column.name,
      type: column.type.toLowerCase(),
      required: column.notnull === 1 || column.pk > 0,
    })),
    primaryKey: keys.map((column) => column.name).join(", "),
    uniques: unique.map(index).toSorted(),
    indexes: indexes.rows
      .filter((row) => row.unique === 0)
      .map(index)
      .toSorted(),
    references: references.rows.map((row) => `${row.columns} > ${row.target} (${row.targets})`).toSorted(),
  };
}

const sharedNames: Readonly<Record<string, string>> = { bigint: "integer", bytea: "blob" };

async function describePostgres(read: Reader, name: string): Promise<Table> {
  const columns = await sql<{ name: string; type: string; required: boolean }>`
    select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required from pg_attribute
    where attrelid = ${name}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(read);
  const indexes = await sql<{ unique: boolean; primary: boolean; partial: boolean; columns: string }>`
    select indisunique as unique, indisprimary as primary, indpred is not null as partial,
      (select string_agg(pg_get_indexdef(indexrelid, n, false), ', ' order by n) from generate_series(1, indnkeyatts) n) as columns
    from pg_index where indrelid = ${name}::regclass`.execute(read);
  const references = await sql<{ columns: string; target: string; targets: string }>`
    select
      (select string_agg(attname, ', ' order by n) from unnest(conkey) with ordinality k(num, n)
        join pg_attribute on attrelid = conrelid and attnum = num) as columns,
      confrelid::regclass::text as target,
      (select string_agg(attname, ', ' order by n) from unnest(confkey) with ordinality k(num, n)
        join pg_attribute on attrelid = confrelid and attnum = num) as targets
    from pg_constraint where conrelid = ${name}::regclass and contype = 'f'`.execute(read);
  const index = (row: { columns: string; partial: boolean }) => `${row.columns}${row.partial ? " where" : ""}`;
  const unique = indexes.rows.filter((row) => row.unique && !row.primary);
  return {
    name,
    columns: columns.rows.map((column) => ({ ...column, type: sharedNames[column.type] ?? column.type })),
    primaryKey: indexes.rows.find((row) => row.primary)?.columns ?? "",
    uniques: unique.map(index).toSorted(),
    indexes: indexes.rows
      .filter((row) => !row.unique)
      .map(index)
      .toSorted(),
    references: references.rows.map((row) => `${row.columns} > ${row.target} (${row.targets})`).toSorted(),
  };
}
