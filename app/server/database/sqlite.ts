/** SQLite: one writing connection with grouped commits, one for reading; WAL, and a sync at each commit. */
import Sqlite from "better-sqlite3";
import { type CompiledQuery, Kysely, type SqliteDatabase, SqliteDialect } from "kysely";
import { takeShortcut } from "./compiled.ts";
import type { Database } from "./database.ts";
import { GroupedWrites } from "./group.ts";
import type { Tables } from "./tables.ts";

/** Opens (or makes) the database file. Throws where the file is no database or cannot be written. */
export function openSqlite(file: string): Database {
  const writing = new Statements(connect(file, false));
  const reading = new Statements(connect(file, true));
  const writes = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forWriting(writing) }) });
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forReading(reading, writing) }) });
  takeShortcut(writes, (query) => rowsOf(writing, query));
  takeShortcut(read, (query) => {
    const [beside, within] = [rowsOf(reading, query), rowsOf(writing, query)];
    return (values) => (mustReadBeside(reading, writing) ? beside(values) : within(values));
  });
  const grouped = new GroupedWrites(writes);
  return {
    engine: "sqlite",
    read,
    write: (work, key = "") => grouped.add(work, key),
    writeAlone: (statement) => grouped.add(statement, ""),
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

/** A connection with its statements kept: preparing one costs more than running it. */
class Statements {
  readonly connection: Sqlite.Database;
  readonly #kept = new Map<string, Sqlite.Statement<ReadonlyArray<unknown>>>();

  constructor(connection: Sqlite.Database) {
    this.connection = connection;
  }

  prepare(text: string): Sqlite.Statement<ReadonlyArray<unknown>> {
    const known = this.#kept.get(text);
    if (known) return known;
    const made = this.connection.prepare<ReadonlyArray<unknown>>(text);
    if (this.#kept.size === kept) this.#kept.delete(this.#kept.keys().next().value ?? "");
    this.#kept.set(text, made);
    return made;
  }
}

function forWriting(writing: Statements): SqliteDatabase {
  return {
    prepare(text) {
      // A transaction that begins by reading cannot always go on to write; one that writes takes its turn at the start.
      if (text === "begin") return writing.prepare("begin immediate");
      // A full disk has undone it by itself; told once more, SQLite would complain of that instead.
      if (text === "rollback" && !writing.connection.inTransaction) return writing.prepare("select 1");
      return writing.prepare(text);
    },
    close: () => writing.connection.close(),
  };
}

/**
 * Reading uses the writing connection too, as long as it is in no transaction: what it holds in memory is always right, while
 * a connection beside it must read its pages anew after each commit. What is under way is never seen.
 */
function forReading(reading: Statements, writing: Statements): SqliteDatabase {
  return {
    prepare(text) {
      if (text === "begin" || mustReadBeside(reading, writing)) return reading.prepare(text);
      const statement = writing.prepare(text);
      return statement.readonly ? statement : reading.prepare(text);
    },
    close: () => reading.connection.close(),
  };
}

function mustReadBeside(reading: Statements, writing: Statements): boolean {
  return writing.connection.inTransaction || reading.connection.inTransaction;
}

function rowsOf<Row extends object>({ connection }: Statements, { sql }: CompiledQuery<Row>) {
  const statement = connection.prepare<ReadonlyArray<unknown>, Row>(sql);
  return (values: ReadonlyArray<unknown>): ReadonlyArray<Row> => statement.all(values);
}
