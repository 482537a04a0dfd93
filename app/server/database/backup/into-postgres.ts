/** Restores into a PostgreSQL database in one transaction, in which the tables are made anew. */
import pg from "pg";
import { LockedError } from "../../lock.ts";
import { type Migration, readMigrations, tablesMade } from "../migrate.ts";
import { serverLock, wholeNumbers } from "../postgres.ts";
import { BackupError } from "./file.ts";
import { behind, endings, type Filling, type Restoring } from "./filling.ts";

/** Restores; answers the new generation. Throws `LockedError` where a server runs on the database. */
export async function restoreIntoPostgres(url: string, restoring: Restoring): Promise<number> {
  const client = new pg.Client({ connectionString: url, types: wholeNumbers() });
  await client.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [serverLock]);
    if (!rows[0]?.free)
      throw new LockedError("A server runs on this database. Stop every one of them before restoring.");
    const generation = restoring.generationAfter(await heldGeneration(client));
    await restoring.prepare();
    await client.query("begin");
    await make(client, restoring, generation);
    await client.query("commit");
    return generation;
  } finally {
    // Without a commit, closing the connection undoes everything.
    await client.end();
  }
}

async function make(client: pg.Client, restoring: Restoring, generation: number): Promise<void> {
  const migrations = readMigrations("postgres");
  const ours = tablesMade(migrations);
  await client.query(`drop table if exists ${ours.map(quoted).join(", ")} cascade`);
  await run(client, migrations.slice(0, restoring.schema));
  const there = (await tablesOf(client)).filter((table) => ours.includes(table));
  await client.query(`truncate ${there.map(quoted).join(", ")}`);
  // Rows come table by table, in no order that their references would allow.
  const restoreReferences = await dropReferences(client, there);
  await restoring.fill(filling(client));
  await restoreReferences();
  await client.query("update meta set value = $1 where name = 'generation'", [String(generation)]);
  // An older schema may not have the table.
  await inTurn(
    endings.filter(({ table }) => there.includes(table)),
    ({ table, column, where }) => client.query(`update ${table} set ${column} = $1 where ${where}`, [restoring.now]),
  );
  if (there.includes(behind.table)) await inTurn(behind.statements, (statement) => client.query(statement));
  await run(client, migrations.slice(restoring.schema));
}

/** Takes the references between tables away; the answer puts them back, which fails where a row belongs to nothing. */
async function dropReferences(client: pg.Client, tables: ReadonlyArray<string>): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace and c.relname = any($1)`,
    [tables],
  );
  await inTurn(rows, ({ table, name }) => client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`));
  return () =>
    inTurn(rows, ({ table, name, definition }) =>
      client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`),
    );
}

const quoted = (name: string) => `"${name}"`;

/** One after the other: a connection does one thing at a time. */
async function inTurn<T>(list: ReadonlyArray<T>, work: (one: T) => Promise<unknown>): Promise<void> {
  for (const one of list) {
    // oxlint-disable-next-line no-await-in-loop -- a connection does one thing at a time
    await work(one);
  }
}

async function heldGeneration(client: pg.Client): Promise<number> {
  const tables = await tablesOf(client);
  if (tables.length === 0) return 0;
  if (!tables.includes("meta"))
    throw new BackupError("DATABASE_URL names a database with tables that are not Oakroom's. Use an empty one.");
  const { rows } = await client.query<{ value: string }>("select value from meta where name = 'generation'");
  return Number(rows[0]?.value ?? 0);
}

async function tablesOf(client: pg.Client): Promise<ReadonlyArray<string>> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = current_schema()",
  );
  return rows.map((row) => row.name);
}

async function run(client: pg.Client, migrations: ReadonlyArray<Migration>): Promise<void> {
  const keep =
    "insert into meta (name, value) values ('schema-version', $1) on conflict (name) do update set value = excluded.value";
  await inTurn(migrations, async ({ number, statements }) => {
    await inTurn(statements, (statement) => client.query(statement));
    await client.query(keep, [String(number)]);
  });
}

/** As many parameters as PostgreSQL takes in one statement, and some to spare. */
const mostParameters = 30_000;

function filling(client: pg.Client): Filling {
  return {
    async insert(table, columns, rows) {
      const width = columns.length;
      const atOnce = Math.max(1, Math.floor(mostParameters / width));
      const parts = Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, part) =>
        rows.slice(part * atOnce, (part + 1) * atOnce),
      );
      await inTurn(parts, (some) => {
        const places = some.map((_, row) => `(${columns.map((__, at) => `$${row * width + at + 1}`).join(", ")})`);
        const text = `insert into ${quoted(table)} (${columns.map(quoted).join(", ")}) values ${places.join(", ")}`;
        return client.query(text, some.flat());
      });
    },
    async count(table) {
      const { rows } = await client.query<{ rows: number }>(`select count(*) as rows from ${quoted(table)}`);
      return rows[0]?.rows ?? 0;
    },
  };
}
