/** PostgreSQL: a pool for reading and short transactions, grouped like those of SQLite. */
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./database.ts";
import { GroupedWrites } from "./group.ts";
import type { Tables } from "./tables.ts";

/** How many groups may be under way at once: while one syncs, another runs. */
const lanes = 2;

/** Opens a pool on a PostgreSQL server. Nothing is connected before the first query. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10, types: { getTypeParser } });
  // An idle connection that breaks is replaced at the next query; the pool's event must not end the process.
  pool.on("error", () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const grouped = Array.from({ length: lanes }, () => new GroupedWrites(db));
  let turn = 0;
  return {
    engine: "postgres",
    read: db,
    write(work) {
      turn = (turn + 1) % lanes;
      return (grouped[turn] ?? new GroupedWrites(db)).add(work);
    },
    async close() {
      await Promise.all(grouped.map((lane) => lane.settle()));
      await db.destroy();
    },
  };
}

const bigint = 20;

/** Instants are BIGINT; they fit a number for the next 280,000 years. */
function getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  if (oid === bigint) return Number;
  return format === "binary" ? pg.types.getTypeParser(oid, "binary") : pg.types.getTypeParser(oid, "text");
}
