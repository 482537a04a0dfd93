/** Reads what of each table is told to the person whom it is about. */
import { sql } from "kysely";
import type { Reader } from "../../../../server/database/database.ts";
import { among, type Person } from "../going/store.ts";
import { type Taking, taking } from "./rules.ts";

/** A row as it is told. */
export type ToldRow = Readonly<Record<string, unknown>>;

/** Every row of somebody's, by its table; tables without one are left out. */
export async function readRows(read: Reader, person: Person): Promise<Record<string, ToldRow[]>> {
  const tables = Object.entries(taking).flatMap(([table, how]) => ("columns" in how ? [[table, how] as const] : []));
  const found = await Promise.all(
    tables.map(async ([table, how]) => [table, await rowsOf(read, table, how, person)] as const),
  );
  return Object.fromEntries(found.filter(([, rows]) => rows.length > 0));
}

type Told = Extract<Taking, { readonly columns: unknown }>;

async function rowsOf(read: Reader, table: string, how: Told, person: Person): Promise<ToldRow[]> {
  const which = how.rows.map(([column, named]) => among(column, named, person));
  const { rows } = await sql<ToldRow>`select ${sql.join(how.columns.map((column) => sql.ref(column)))}
    from ${sql.table(table)} where ${sql.join(which, sql` or `)} order by 1`.execute(read);
  return rows.map((row) =>
    Object.fromEntries(how.columns.map((column) => [column, told(column, row[column], how.lists ?? [])])),
  );
}

/** Columns that hold an instant, by their names. */
const isInstant = (column: string) => /_at$|^since$|^until$/.test(column);

function told(column: string, value: unknown, lists: ReadonlyArray<string>): unknown {
  if (typeof value === "number" && isInstant(column)) return new Date(value).toISOString();
  return typeof value === "string" && lists.includes(column) ? JSON.parse(value) : value;
}
