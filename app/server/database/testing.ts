/** A fresh database of the engine under test. Imported by tests and benchmarks alone. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Engine } from "./database.ts";

/** Which engine a `*.db.test.ts` runs on; the whole run sets it to one, then the other. */
export const engineUnderTest: Engine = process.env["OAKROOM_TEST_ENGINE"] === "postgres" ? "postgres" : "sqlite";

/** An empty database that nobody else uses. */
export interface FreshDatabase {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** Removes it, also while somebody is connected. */
  end(): Promise<void>;
}

/** Makes one. */
export async function freshDatabase(engine: Engine = engineUnderTest): Promise<FreshDatabase> {
  const dataFolder = mkdtempSync(join(tmpdir(), "oakroom-test-"));
  const postgres = engine === "postgres" ? await freshPostgres() : undefined;
  return {
    dataFolder,
    databaseUrl: postgres?.url,
    async end() {
      await postgres?.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A database of its own on the PostgreSQL server that the whole run has started. */
async function freshPostgres(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = process.env["OAKROOM_TEST_POSTGRES"];
  if (!server) throw new Error("OAKROOM_TEST_POSTGRES is not set; run through tools/postgres.ts");
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
}
