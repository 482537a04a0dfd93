/** SQLite: one writing connection with grouped commits, one for reading; WAL, and a sync at each commit. */
import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import type { Database } from "./database.ts";
import { GroupedWrites } from "./group.ts";
import type { Tables } from "./tables.ts";

/** Opens (or makes) the database file. Throws where the file is no database or cannot be written. */
export function openSqlite(file: string): Database {
  const writing = connect(file, false);
  const reading = connect(file, true);
  const writes = new Kysely<Tables>({ dialect: new SqliteDialect({ database: writing }) });
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database: reading }) });
  const grouped = new GroupedWrites(writes);
  return {
    engine: "sqlite",
    read,
    write: (work) => grouped.add(work),
    async close() {
      await grouped.settle();
      await read.destroy();
      await writes.destroy();
    },
  };
}

function connect(file: string, readonly: boolean): Sqlite.Database {
  const connection = new Sqlite(file, { readonly });
  if (!readonly) connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("busy_timeout = 5000");
  return connection;
}
