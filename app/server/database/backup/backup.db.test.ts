import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ReadEntries } from "../../../features/room/log/schema.ts";
import { aMember, aRoom, type Member, readPage } from "../../../features/room/log/testing.ts";
import { appendAt } from "../../../features/room/log/live/testing.ts";
import type { LogId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { hashToken } from "../../chance.ts";
import { features } from "../../features.ts";
import { LockedError } from "../../lock.ts";
import { startServer } from "../../run.ts";
import { type TestServer, testServer } from "../../testing.ts";
import { generationOf } from "../generation.ts";
import { migrate, readMigrations, schemaVersion } from "../migrate.ts";
import { openDatabase, openMigrated } from "../open.ts";
import { readShape, tableNames } from "../shape.ts";
import { engineUnderTest, type FreshDatabase, freshDatabase } from "../testing.ts";
import { BackupError, readBackup } from "./file.ts";
import { restoreBackup, verifyBackup } from "./restore.ts";
import { takeBackup } from "./take.ts";

let server: TestServer;
let ana: Member;
let room: LogId;
let file: string;
const places: FreshDatabase[] = [];
const now = Instant.parse(Date.parse("2026-10-02T08:00:00Z"));
const facts = { version: "0.1.0", now };

beforeAll(async () => {
  server = await testServer();
  ana = await aMember(server, "Ana");
  const ben = await aMember(server, "Ben");
  room = await aRoom(server, ana, ben);
  for (let sent = 0; sent < 40; sent += 1) await appendAt(server, sent % 2 ? ana : ben, room);
  // Texts and bytes that a careless format would change.
  await server.app.db.write((writer) =>
    writer
      .insertInto("meta")
      .values([
        { name: "test awkward", value: '\u{1F4AC} "quotes" \\ \n\r\t \u2028 \u0001 e\u0301' },
        { name: "test empty", value: "" },
        { name: "test number", value: "9007199254740993" },
      ])
      .execute(),
  );
  file = join(server.dataFolder, "monday.backup");
  await takeBackup(server.app.config, file, facts);
});

afterAll(async () => {
  await server.end();
  await Promise.all(places.map((one) => one.end()));
});

async function place(engine = engineUnderTest): Promise<FreshDatabase> {
  const fresh = await freshDatabase(engine);
  places.push(fresh);
  return fresh;
}

/** Everything that a database holds, as text, but what restoring changes. */
async function contents(
  at: Pick<FreshDatabase, "dataFolder" | "databaseUrl">,
): Promise<Record<string, ReadonlyArray<string>>> {
  const db = openDatabase(at);
  const found: Record<string, ReadonlyArray<string>> = {};
  for (const table of await tableNames(db.engine, db.read)) {
    if (table === "log_behind") continue;
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db.read);
    const texts = rows.map(({ revoked_at: _, ...row }) =>
      JSON.stringify(row, (_key, value: unknown) =>
        value instanceof Uint8Array ? `b${Buffer.from(value).toString("hex")}` : value,
      ),
    );
    found[table] = texts.filter((text) => !text.includes('"name":"generation"')).toSorted();
  }
  await db.close();
  return found;
}

describe("S10: a backup", () => {
  it("is taken beside a running server, and restores to the very same rows in an empty place", async () => {
    const at = await place();
    const restored = await restoreBackup(at, file, now);
    expect(await contents(at)).toEqual(await contents(server.app.config));
    expect(restored.rows["log_entry"]).toBe(42);
    expect(restored.rows["account"]).toBe(2);
  });

  it("fits the other engine as well", async () => {
    // Without PostgreSQL at hand, the way there and back again is SQLite's own.
    const other = await place(engineUnderTest === "postgres" ? "sqlite" : engineUnderTest);
    await restoreBackup(other, file, now);
    expect(await contents(other)).toEqual(await contents(server.app.config));
    const back = join(other.dataFolder, "back.backup");
    await takeBackup(other, back, facts);
    const again = await place();
    await restoreBackup(again, back, now);
    expect(await contents(again)).toEqual(await contents(server.app.config));
  });

  it("holds one moment, while others go on writing", async () => {
    const others = { goOn: true };
    const writers = (async () => {
      while (others.goOn) await appendAt(server, ana, room);
    })();
    for (let taken = 0; taken < 8; taken += 1) {
      const path = join(server.dataFolder, `moment-${taken}.backup`);
      const entries: number[] = [];
      let lastNumber = -1;
      await takeBackup(server.app.config, path, facts);
      const { tables } = await verifyBackup(server.app.config, path);
      const at = (table: string, column: string) => tables[table]?.indexOf(column) ?? -1;
      await readBackup(path, {
        async rows(table, rows) {
          if (table === "log_entry") {
            const mine = rows.filter((row) => row[at(table, "log_id")] === room);
            entries.push(...mine.map((row) => Number(row[at(table, "number")])));
          }
          const log = table === "log" ? rows.find((row) => row[at(table, "id")] === room) : undefined;
          if (log) lastNumber = Number(log[at("log", "last_number")]);
        },
      });
      expect(entries.toSorted((a, b) => a - b)).toEqual(Array.from({ length: lastNumber }, (_, number) => number + 1));
    }
    others.goOn = false;
    await writers;
  });

  it("can be read by its owner alone, and never replaces another file", async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const before = await readFile(file);
    await expect(takeBackup(server.app.config, file, facts)).rejects.toThrow("is there already");
    expect((await readFile(file)).equals(before)).toBe(true);
  });
});

describe("a file is refused, and nothing is changed", () => {
  /** True where the file is refused as a whole. */
  async function isRefused(bytes: Uint8Array): Promise<boolean> {
    const path = join(server.dataFolder, "altered.backup");
    await writeFile(path, bytes);
    try {
      await verifyBackup(server.app.config, path);
      return false;
    } catch (error) {
      return error instanceof BackupError;
    }
  }

  it("with one altered byte, at 200 places", async () => {
    const whole = await readFile(file);
    const ends = Array.from({ length: 100 }, (_, at) => (at < 60 ? at : whole.length - 1 - (at - 60)));
    const between = Array.from({ length: 100 }, (_, at) => Math.floor((whole.length * (at + 0.37)) / 100));
    const bent = new Set([...ends, ...between]);
    expect(bent.size).toBe(200);
    const accepted: number[] = [];
    for (const at of bent) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
      if (!(await isRefused(altered))) accepted.push(at);
    }
    expect(accepted).toEqual([]);
  });

  it("that was cut short anywhere, or has bytes behind its end", async () => {
    const whole = await readFile(file);
    const lengths = [0, 0.001, 0.2, 0.5, 0.9, 0.999].map((part) => Math.floor(whole.length * part));
    const cut = [...lengths, whole.length - 1].map((length) => whole.subarray(0, length));
    for (const bytes of [...cut, Buffer.concat([whole, Buffer.alloc(1)]), Buffer.concat([whole, whole])]) {
      expect(await isRefused(bytes)).toBe(true);
    }
  });

  it("of a schema that this program does not know", async () => {
    const at = await place();
    const db = await openMigrated(at);
    const newest = readMigrations(db.engine).length;
    await db.write((writer) =>
      writer
        .updateTable("meta")
        .set({ value: String(newest + 1) })
        .where("name", "=", "schema-version")
        .execute(),
    );
    await db.close();
    const path = join(at.dataFolder, "newer.backup");
    await takeBackup(at, path, facts);
    const target = await place();
    await expect(restoreBackup(target, path, now)).rejects.toThrow(
      `has schema ${newest + 1}, of Oakroom 0.1.0; this program knows ${newest}`,
    );
    const untouched = openDatabase(target);
    expect(await schemaVersion(untouched)).toBe(0);
    await untouched.close();
  });

  it("while a server runs", async () => {
    const before = await contents(server.app.config);
    await expect(restoreBackup(server.app.config, file, now)).rejects.toBeInstanceOf(LockedError);
    expect(await contents(server.app.config)).toEqual(before);
  });
});

describe("restoring", () => {
  it("replaces what was there, raises the generation each time, and asks everybody to sign in anew", async () => {
    const second = await testServer();
    const cleo = await aMember(second, "Cleo");
    const { config } = second.app;
    await second.stop();
    const first = await restoreBackup(config, file, now);
    const again = await restoreBackup(config, file, now);
    expect(first.generation).toBeGreaterThan(1);
    expect(again.generation).toBeGreaterThan(first.generation);
    const db = await openMigrated(config);
    expect(await generationOf(db)).toBe(again.generation);
    const accounts = await db.read.selectFrom("account").select("id").execute();
    expect(accounts.map((row) => row.id)).not.toContain(cleo.accountId);
    const valid = await db.read.selectFrom("sign_in").select("id").where("revoked_at", "is", null).execute();
    expect(valid).toEqual([]);
    // C27: each member of a room, and of a log of their own, is asked what their devices hold.
    expect(await db.read.selectFrom("log_behind").select("log_id").execute()).toHaveLength(4);
    await db.close();
    await second.end();
  });

  it("brings rows of an older schema to the newest", async () => {
    const at = await place();
    const db = openDatabase(at);
    await migrate(db, readMigrations(db.engine).slice(0, 1));
    await db.write((writer) => writer.insertInto("meta").values({ name: "test old", value: "kept" }).execute());
    await db.close();
    const path = join(at.dataFolder, "old.backup");
    await takeBackup(at, path, facts);
    const target = await place();
    await restoreBackup(target, path, now);
    const restored = openDatabase(target);
    expect(await schemaVersion(restored)).toBe(readMigrations(restored.engine).length);
    expect(
      await restored.read.selectFrom("meta").select("value").where("name", "=", "test old").executeTakeFirst(),
    ).toEqual({ value: "kept" });
    const fresh = await openMigrated(await place());
    expect(await readShape(restored.engine, restored.read)).toEqual(await readShape(fresh.engine, fresh.read));
    await Promise.all([restored.close(), fresh.close()]);
  });

  it("that fails in the middle leaves what was there", async () => {
    const at = await place();
    const db = await openMigrated(at);
    await db.write((writer) => writer.insertInto("meta").values({ name: "test mine", value: "mine" }).execute());
    await db.close();
    const before = await contents(at);
    const broken = join(at.dataFolder, "broken.backup");
    await writeFile(broken, await readFile(file));
    // The file is exchanged between being checked and being read for the restore.
    const exchange = async () => {
      const bytes = await readFile(broken);
      await writeFile(broken, bytes.subarray(0, Math.floor(bytes.length * 0.7)));
    };
    await expect(restoreBackup(at, broken, now, exchange)).rejects.toBeInstanceOf(BackupError);
    expect(await contents(at)).toEqual(before);
  });

  it("gives a server that goes on: Ana signs in, and reads the very same bytes", async () => {
    const target = await testServer();
    const { config } = target.app;
    await target.stop();
    await restoreBackup(config, file, now);
    const running = await startServer(config, features, { clock: () => now, logLevel: "silent", version: "test" });
    const token = running.app.chance.token();
    await running.app.db.write((writer) =>
      writer
        .updateTable("sign_in")
        .set({ token_hash: hashToken("sign-in", token), revoked_at: null })
        .where("account_id", "=", ana.accountId)
        .execute(),
    );
    const read = await running.built.fastify.inject({
      url: `/api/logs/${room}/entries?after=0`,
      headers: { cookie: `oakroom=${token}` },
    });
    const page = readPage(read.rawPayload);
    const { answer } = await server.call(
      ReadEntries,
      { params: { logId: room }, query: { after: "0", limit: "40" } },
      ana.cookie,
    );
    expect(page.numbers).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    expect(page.entries.map(([, , bytes]) => Buffer.from(bytes).toString("hex"))).toEqual(
      readPage(answer).entries.map(([, , bytes]) => Buffer.from(bytes).toString("hex")),
    );
    expect(page.generation).toBeGreaterThan(1);
    await running.stop();
    await target.end();
  });
});
