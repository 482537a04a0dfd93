import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import type { Database } from "./database.ts";
import { migrate, readMigrations, SchemaError, schemaVersion } from "./migrate.ts";
import { openDatabase, openMigrated } from "./open.ts";
import { readShape, type Table, tableNames } from "./shape.ts";
import { engineUnderTest, type FreshDatabase, freshDatabase } from "./testing.ts";

const opened: Database[] = [];
const places: FreshDatabase[] = [];

async function place(engine: "sqlite" | "postgres" = engineUnderTest): Promise<FreshDatabase> {
  const fresh = await freshDatabase(engine);
  places.push(fresh);
  return fresh;
}

function open(at: FreshDatabase): Database {
  const db = openDatabase(at);
  opened.push(db);
  return db;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.close()));
  await Promise.all(places.splice(0).map((fresh) => fresh.end()));
});

const newest = readMigrations(engineUnderTest).length;

async function setVersion(db: Database, version: number): Promise<void> {
  await db.write((writer) =>
    writer
      .updateTable("meta")
      .set({ value: String(version) })
      .where("name", "=", "schema-version")
      .execute(),
  );
}

describe("an empty database", () => {
  it("is brought to the newest schema, and stays there", async () => {
    const db = open(await place());
    expect(await schemaVersion(db)).toBe(0);
    await migrate(db);
    expect(await schemaVersion(db)).toBe(newest);
    const shape = await readShape(db.engine, db.read);
    await migrate(db);
    expect(await readShape(db.engine, db.read)).toEqual(shape);
    expect(shape.map((table) => table.name)).toContain("log_entry");
  });

  it("is brought there once by four processes that start at the same moment", async () => {
    const at = await place();
    const all = [open(at), open(at), open(at), open(at)];
    await Promise.all(all.map((db) => migrate(db)));
    expect(await Promise.all(all.map(schemaVersion))).toEqual(all.map(() => newest));
  });

  it("grows step by step, and each step is kept whole or not at all", async () => {
    const db = open(await place());
    const migrations = readMigrations(db.engine);
    for (let count = 1; count <= newest; count += 1) {
      await migrate(db, migrations.slice(0, count));
      expect(await schemaVersion(db)).toBe(count);
    }
    const broken = {
      number: newest + 1,
      name: "broken",
      statements: ["create table one (id text)", "create tabel two"],
    };
    await expect(migrate(db, [...migrations, broken])).rejects.toThrow(/syntax error/);
    expect(await schemaVersion(db)).toBe(newest);
    expect(await tableNames(db.engine, db.read)).not.toContain("one");
    await migrate(db, [...migrations, { ...broken, statements: ["create table one (id text)"] }]);
    expect(await tableNames(db.engine, db.read)).toContain("one");
  });
});

describe("a database of a newer program", () => {
  it("is refused with one line that says what to do, and left alone", async () => {
    const at = await place();
    const db = open(at);
    await migrate(db);
    await setVersion(db, newest + 1);
    const failure = await openMigrated(at).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SchemaError);
    expect(String(failure)).toContain(
      `has schema ${newest + 1}; this program knows ${newest}. Start the newer Oakroom`,
    );
    expect(await schemaVersion(db)).toBe(newest + 1);
  });
});

describe("the schemas of both engines", () => {
  it("have equal numbers and names", () => {
    const names = (engine: "sqlite" | "postgres") =>
      readMigrations(engine).map(({ number, name }) => `${number} ${name}`);
    expect(names("sqlite")).toEqual(names("postgres"));
  });

  it("are of equal shape", async () => {
    const shapes: Record<string, ReadonlyArray<Table>> = {};
    // SQLite needs no server, so its shape is at hand in both runs; PostgreSQL's in its own.
    for (const engine of new Set(["sqlite", engineUnderTest] as const)) {
      const db = open(await place(engine));
      await migrate(db);
      shapes[engine] = await readShape(engine, db.read);
    }
    expect(shapes[engineUnderTest]).toEqual(shapes["sqlite"]);
    const types = new Set(shapes["sqlite"]?.flatMap((table) => table.columns.map((column) => column.type)));
    expect([...types].toSorted()).toEqual(["blob", "integer", "text"]);
    expect(shapes["sqlite"]?.filter((table) => table.primaryKey === "")).toEqual([]);
  });

  it("differ visibly where a column, a key or a reference differs", async () => {
    const db = open(await place());
    const make = (text: string) => db.write((writer) => sql.raw(text).execute(writer));
    const [text, integer] = engineUnderTest === "sqlite" ? ["text", "integer"] : ["text", "bigint"];
    await make(`create table parent (a ${text} not null, b ${integer} not null, primary key (a, b))`);
    await make(
      `create table child (a ${text} not null, b ${integer}, c ${text}, unique (b, a), foreign key (a, b) references parent (a, b))`,
    );
    await make("create index child_c on child (c, a)");
    expect(await readShape(db.engine, db.read)).toEqual([
      {
        name: "child",
        columns: [
          { name: "a", type: "text", required: true },
          { name: "b", type: "integer", required: false },
          { name: "c", type: "text", required: false },
        ],
        primaryKey: "",
        uniques: ["b, a"],
        indexes: ["c, a"],
        references: ["a, b > parent (a, b)"],
      },
      {
        name: "parent",
        columns: [
          { name: "a", type: "text", required: true },
          { name: "b", type: "integer", required: true },
        ],
        primaryKey: "a, b",
        uniques: [],
        indexes: [],
        references: [],
      },
    ]);
  });
});
