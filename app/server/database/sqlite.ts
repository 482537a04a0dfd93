/** SQLite: one writing connection with grouped commits, one for reading; WAL, and a sync at each commit. */
import Sqlite from "better-sqlite3";
import { Kysely, type SqliteDatabase, SqliteDialect } from "kysely";
import type { Database } from "./database.ts";
import { GroupedWrites } from "./group.ts";
import type { Tables } from "./tables.ts";

/** Opens (or makes) the database file. Throws where the file is no database or cannot be written. */
export function openSqlite(file: string): Database {
  const writing = connect(file, false);
  const reading = connect(file, true);
  const writes = new Kysely<Tables>({ dialect: new SqliteDialect({ database: prepared(writing) }) });
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database: prepared(reading) }) });
  const grouped = new GroupedWrites(writes);
  return {
    engine: "sqlite",
    read,
    write: (work, key = "") => grouped.add(work, key),
    async close() {
      await grouped.settle();
      await read.destroy();
      await writes.destroy();
    },
  };
}

function connect(file: string, readonly: boolean): Sqlite.Database {
  // Waiting inside SQLite would hold up every request: the group of writes waits outside instead.
  const connection = new Sqlite(file, { readonly, timeout: readonly ? 5000 : 0 });
  if (!readonly) {
    connection.pragma("busy_timeout = 5000");
    connection.pragma("journal_mode = WAL");
    // What was deleted (a job's token, an erased wrap) is overwritten with zeros.
    connection.pragma("secure_delete = ON");
    connection.pragma("busy_timeout = 0");
  }
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("cache_size = -16000");
  connection.pragma("temp_store = MEMORY");
  return connection;
}

/** How many statements a connection keeps ready; lists of changing length would otherwise gather without end. */
const kept = 300;

/** The connection as Kysely asks for it, with the statements kept: preparing one costs more than running it. */
function prepared(connection: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, Sqlite.Statement<ReadonlyArray<unknown>>>();
  return {
    prepare(text) {
      // A transaction that begins by reading cannot always go on to write; one that writes takes its turn at the start.
      const code = text === "begin" && !connection.readonly ? "begin immediate" : text;
      const known = statements.get(code);
      if (known) return known;
      const made = connection.prepare<ReadonlyArray<unknown>>(code);
      if (statements.size === kept) statements.delete(statements.keys().next().value ?? "");
      statements.set(code, made);
      return made;
    },
    close: () => connection.close(),
  };
}
