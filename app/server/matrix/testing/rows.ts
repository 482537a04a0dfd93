/** All rows of a database: to tell whether something changed, and to put everything back. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import * as z from "zod/mini";
import type { Database } from "../../database/database.ts";

type Rows = ReadonlyMap<string, ReadonlyArray<Readonly<Record<string, unknown>>>>;

/** Everything that a database held. */
export interface Snapshot {
  readonly rows: Rows;
  readonly hash: string;
}

const Names = z.array(z.object({ name: z.string() }));
const Records = z.array(z.record(z.string(), z.unknown()));
const Hashes = z.array(z.object({ hash: z.string() }));

async function tablesOf(db: Database): Promise<ReadonlyArray<string>> {
  const query =
    db.engine === "sqlite"
      ? sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`
      : sql`select table_name as name from information_schema.tables where table_schema = current_schema() order by table_name`;
  return Names.parse((await query.execute(db.read)).rows).map(({ name }) => name);
}

/** A hash over every row of every table. */
export async function hashRows(db: Database, tables: ReadonlyArray<string>): Promise<string> {
  if (db.engine === "sqlite") {
    const hash = createHash("sha256");
    for (const table of tables) {
      const { rows } = await sql`select * from ${sql.table(table)} order by 1, 2`.execute(db.read);
      hash.update(`${table}\0${JSON.stringify(rows)}\0`);
    }
    return hash.digest("hex");
  }
  const each = tables.map(
    (table, at) =>
      sql`select ${sql.lit(at)} as at, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as h from ${sql.table(table)} t`,
  );
  const query = sql`select md5(string_agg(h, '|' order by at)) as hash from (${sql.join(each, sql` union all `)}) all_tables`;
  return Hashes.parse((await query.execute(db.read)).rows)[0]?.hash ?? "";
}

/** Remembers every row. */
export async function takeSnapshot(db: Database): Promise<Snapshot> {
  const tables = await tablesOf(db);
  const rows = new Map<string, ReadonlyArray<Readonly<Record<string, unknown>>>>();
  for (const table of tables) {
    const { rows: found } = await sql`select * from ${sql.table(table)}`.execute(db.read);
    rows.set(table, Records.parse(found));
  }
  return { rows, hash: await hashRows(db, tables) };
}

const Marks = z.array(z.object({ mark: z.string() }));

/** A mark that moves with every write, and sometimes without one: on PostgreSQL also with those of other databases. */
export async function writesSoFar(db: Database): Promise<string> {
  const { rows } =
    db.engine === "sqlite"
      ? await db.write((writer) => sql`select cast(total_changes() as text) as mark`.execute(writer))
      : await sql`select pg_snapshot_xmax(pg_current_snapshot())::text as mark`.execute(db.read);
  return Marks.parse(rows)[0]?.mark ?? "";
}

/** Whether any row is other than it was. `mark` was taken when nothing had changed yet. */
export async function isChanged(db: Database, { rows, hash }: Snapshot, mark: string): Promise<boolean> {
  return (await writesSoFar(db)) !== mark && (await hashRows(db, [...rows.keys()])) !== hash;
}

/** Puts every row back as it was. */
export async function restoreSnapshot(db: Database, { rows }: Snapshot): Promise<void> {
  const tables = [...rows.keys()];
  await db.write(async (writer) => {
    // Rows come back table by table, so the keys between them can hold only at the end.
    await (
      db.engine === "sqlite" ? sql`pragma defer_foreign_keys = on` : sql`set local session_replication_role = replica`
    ).execute(writer);
    for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(writer);
    for (const [table, held] of rows) {
      for (const row of held) {
        const columns = Object.keys(row).map((column) => sql.ref(column));
        await sql`insert into ${sql.table(table)} (${sql.join(columns)}) values (${sql.join(Object.values(row))})`.execute(
          writer,
        );
      }
    }
  });
}
