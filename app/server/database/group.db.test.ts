import Sqlite from "better-sqlite3";
import { sql } from "kysely";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database, Writer } from "./database.ts";
import { databaseFile, openDatabase, openMigrated } from "./open.ts";
import { engineUnderTest, type FreshDatabase, freshDatabase } from "./testing.ts";

let at: FreshDatabase;
let db: Database;
/** A second process, as far as the database can tell. */
let other: Database;

beforeAll(async () => {
  at = await freshDatabase();
  db = await openMigrated(at);
  other = openDatabase(at);
});

afterAll(async () => {
  await db.close();
  await other.close();
  await at.end();
});

beforeEach(() => db.write((writer) => writer.deleteFrom("meta").where("name", "like", "test %").execute()));

const put = (writer: Writer, name: string) =>
  writer
    .insertInto("meta")
    .values({ name: `test ${name}`, value: name })
    .execute();

async function names(from: Database): Promise<ReadonlyArray<string>> {
  const rows = await from.read
    .selectFrom("meta")
    .select("value")
    .where("name", "like", "test %")
    .orderBy("name")
    .execute();
  return rows.map((row) => row.value);
}

describe("works of one turn", () => {
  it("share a transaction, and are told only once all of it is there for others", async () => {
    const told: string[] = [];
    const seenOutside: string[] = [];
    let seenInside: ReadonlyArray<string> = [];
    const works = ["a", "b", "c"].map(async (name) => {
      await db.write(async (writer) => {
        const rows = await writer.selectFrom("meta").select("value").where("name", "like", "test %").execute();
        seenInside = rows.map((row) => row.value);
        seenOutside.push(...told, ...(await names(other)));
        await put(writer, name);
      }, "one key");
      expect(await names(other)).toEqual(["a", "b", "c"]);
      told.push(name);
    });
    await Promise.all(works);
    expect(seenInside).toEqual(["a", "b"]);
    expect(seenOutside).toEqual([]);
    expect(told.toSorted()).toEqual(["a", "b", "c"]);
  });

  it("that fail undo nothing of their neighbours, and hear their own error", async () => {
    const works = Array.from({ length: 200 }, (_, number) =>
      db.write(async (writer) => {
        await put(writer, String(number).padStart(3, "0"));
        if (number % 7 === 3) throw new Error(`no to ${number}`);
        if (number % 7 === 5) await put(writer, String(number).padStart(3, "0"));
        return number;
      }),
    );
    const settled = await Promise.allSettled(works);
    const kept = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(kept).toEqual(
      Array.from({ length: 200 }, (_, number) => number).filter((number) => ![3, 5].includes(number % 7)),
    );
    expect(await names(other)).toEqual(kept.map((number) => String(number).padStart(3, "0")));
    const failures = settled.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
    expect(failures.filter((text) => text.includes("no to"))).toHaveLength(29);
    expect(failures).toHaveLength(29 + 28);
  });

  it("go on after a failure that was alone", async () => {
    await expect(db.write(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await db.write((writer) => put(writer, "after"));
    expect(await names(other)).toEqual(["after"]);
  });

  it("run in the order of their keys, so that processes lock rows in one order", async () => {
    const order: string[] = [];
    const note = (key: string) => db.write(async () => void order.push(key), key);
    // Two keys of one lane on PostgreSQL, which has several.
    await Promise.all(["c", "a", "c", "a"].map(note));
    expect(order).toEqual(["a", "a", "c", "c"]);
  });

  it("are all on disk when the database is closed", async () => {
    const third = openDatabase(at);
    const writing = Array.from({ length: 100 }, (_, number) =>
      third.write((writer) => put(writer, `closing ${number}`)),
    );
    await third.close();
    await Promise.all(writing);
    expect(await names(db)).toHaveLength(100);
  });
});

describe("two processes in each other's way", () => {
  it("both come through", async () => {
    await db.write(async (writer) => {
      await put(writer, "first");
      await put(writer, "second");
    });
    let met = 0;
    let bothThere = () => {};
    const meeting = new Promise<void>((resolve) => {
      bothThere = resolve;
    });
    const raise = async (writer: Writer, name: string) => {
      await sql`update meta set value = value || '+' where name = ${`test ${name}`}`.execute(writer);
    };
    // On PostgreSQL each holds a row that the other wants: a deadlock, of which the engine ends one side. SQLite has one writer.
    const work = (one: string, two: string) => async (writer: Writer) => {
      await raise(writer, one);
      met += 1;
      if (met === 2) bothThere();
      if (engineUnderTest === "postgres") await meeting;
      await raise(writer, two);
    };
    await Promise.all([db.write(work("first", "second")), other.write(work("second", "first"))]);
    expect((await names(db)).toSorted()).toEqual(["first++", "second++"]);
  });

  it("count every one of 400 steps", async () => {
    await db.write((writer) => writer.insertInto("meta").values({ name: "test count", value: "0" }).execute());
    const add = (one: Database) =>
      one.write((writer) =>
        sql`update meta set value = cast(cast(value as integer) + 1 as text) where name = 'test count'`.execute(writer),
      );
    await Promise.all(Array.from({ length: 400 }, (_, number) => add(number % 2 === 0 ? db : other)));
    expect(await names(db)).toEqual(["400"]);
  });

  it("wait outside of the engine, so that requests are served meanwhile", async () => {
    const hold = await holdTheDatabase();
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
      if (turns === 30) void hold.release();
    }, 5);
    await db.write((writer) => put(writer, "later"));
    clearInterval(turning);
    expect(turns).toBeGreaterThanOrEqual(30);
    expect(await names(db)).toEqual(["later"]);
  });
});

/** Another process writes for a while. */
async function holdTheDatabase(): Promise<{ release(): Promise<void> }> {
  if (engineUnderTest === "sqlite") {
    const command = new Sqlite(join(at.dataFolder, databaseFile));
    command.exec("begin immediate");
    return {
      async release() {
        command.exec("commit");
        command.close();
      },
    };
  }
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let writing: Promise<void> = Promise.resolve();
  await new Promise<void>((locked) => {
    writing = other.write(async (writer) => {
      await sql`lock table meta in exclusive mode`.execute(writer);
      locked();
      await held;
    });
  });
  return {
    release() {
      letGo();
      return writing;
    },
  };
}
