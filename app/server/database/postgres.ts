/** PostgreSQL: a pool for reading and short transactions, grouped like those of SQLite. */
import { type CompiledQuery, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { takeShortcut } from "./compiled.ts";
import type { Database } from "./database.ts";
import { GroupedWrites } from "./group.ts";
import { Pipeline } from "./pipeline.ts";
import type { Tables } from "./tables.ts";

/** The advisory lock that every running server shares, and that `restore` takes for itself. */
export const serverLock = 6_713_002;

/** Numbers the names of prepared queries; a connection knows each name for one text alone. */
let prepared = 0;

/** How many groups may be under way at once: while one syncs, another runs. */
const lanes = 2;

/** Opens a pool on a PostgreSQL server. Nothing is connected before the first query. */
export function openPostgres(url: string): Database {
  const place = { connectionString: url, connectionTimeoutMillis: 10_000, types: wholeNumbers() };
  const pool = new pg.Pool({ ...place, max: 10 });
  // An idle connection that breaks is replaced at the next query; the pool's event must not end the process.
  pool.on("error", () => undefined);
  const names = new StatementNames();
  pool.on("connect", (client) => {
    // One that breaks between two queries of a transaction: the next one says so.
    client.on("error", () => undefined);
    nameStatements(client, names);
  });
  const dialect = new PostgresDialect({ pool });
  const [read, writes] = [new Kysely<Tables>({ dialect }), new Kysely<Tables>({ dialect })];
  const pipeline = new Pipeline(place);
  takeShortcut(read, <Row extends object>({ sql: text }: CompiledQuery<Row>) => {
    prepared += 1;
    const query = { name: `compiled_${prepared}`, text };
    return (values) => pipeline.rows<Row>({ ...query, values: [...values] });
  });
  const grouped = Array.from({ length: lanes }, () => new GroupedWrites(writes));
  let turn = 0;
  return {
    engine: "postgres",
    read,
    write(work, key = "") {
      turn += 1;
      const lane = key === "" ? turn % lanes : laneOf(key);
      return (grouped[lane] ?? new GroupedWrites(writes)).add(work, key);
    },
    writeAlone: (statement) => statement(writes),
    async close() {
      await Promise.all(grouped.map((lane) => lane.settle()));
      await pipeline.close();
      if (!pool.ending) await pool.end();
    },
  };
}

/** Equal keys share a lane, so that two groups of one process never wait for the same row. */
function laneOf(key: string): number {
  let sum = 0;
  for (let at = 0; at < key.length; at += 1) sum = (sum * 31 + key.charCodeAt(at)) % 65_521;
  return sum % lanes;
}

/** Instants are BIGINT; they fit a number for the next 280,000 years. */
export function wholeNumbers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return types;
}

/** Which texts are prepared by name: those that come again, up to a limit, since the server keeps them for each connection. */
class StatementNames {
  readonly #seen = new Map<string, number>();
  readonly #names = new Map<string, string>();

  /** The name of a text, from its third use on. */
  of(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name || this.#names.size === 200) return name;
    const times = (this.#seen.get(text) ?? 0) + 1;
    if (this.#seen.size > 2000) this.#seen.clear();
    this.#seen.set(text, times);
    if (times < 3) return undefined;
    this.#names.set(text, `oakroom_${this.#names.size}`);
    return this.#names.get(text);
  }
}

/** Makes a new connection prepare what it is asked often: the server then parses and plans it once. */
function nameStatements(client: pg.ClientBase, names: StatementNames): void {
  const plain = client.query.bind(client);
  Reflect.set(client, "query", (text: unknown, values: unknown, ...rest: ReadonlyArray<unknown>): unknown => {
    const name = typeof text === "string" && Array.isArray(values) && values.length > 0 ? names.of(text) : undefined;
    const answer: unknown = Reflect.apply(
      plain,
      client,
      name ? [{ name, text, values }, ...rest] : [text, values, ...rest],
    );
    return answer;
  });
}
