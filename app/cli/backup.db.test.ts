import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aMember } from "../features/room/log/testing.ts";
import { openMigrated } from "../server/database/open.ts";
import { type FreshDatabase, freshDatabase } from "../server/database/testing.ts";
import { type TestServer, testServer } from "../server/testing.ts";
import { ran } from "./testing.ts";

let server: TestServer;
let folder: string;
const places: FreshDatabase[] = [];

beforeAll(async () => {
  server = await testServer();
  await aMember(server, "Ana");
  folder = await mkdtemp(join(tmpdir(), "oakroom-backups-"));
});

afterAll(async () => {
  await server.end();
  await Promise.all(places.map((one) => one.end()));
  await rm(folder, { recursive: true });
});

async function place(): Promise<FreshDatabase> {
  const fresh = await freshDatabase();
  places.push(fresh);
  return fresh;
}

/** The server's place, with relative paths in the folder of backups. */
const here = () => ({ ...server.app.config, folder });
const at = (one: FreshDatabase) => ({ ...one, folder });

describe("the operator", () => {
  it("takes a backup beside the server, and restores it elsewhere", async () => {
    const taken = await ran(here(), "backup", "monday.backup");
    expect(taken).toMatchObject({ code: 0, err: "" });
    expect(taken.out).toMatch(/monday\.backup holds \d+ rows of \d+ tables, [\d.]+ kB\. Keep it in a safe place\./);
    const other = await place();
    const restored = await ran(at(other), "restore", "monday.backup");
    expect(restored).toMatchObject({ code: 0, err: "" });
    expect(restored.out).toMatch(
      /^Restored \d+ rows as they were on 20\d\d-.*Start the server; everybody signs in anew/,
    );
    const db = await openMigrated(other);
    expect(await db.read.selectFrom("account").select("name").execute()).toEqual([{ name: "Ana" }]);
    await db.close();
  });

  it("finds what was there before in a backup of its own", async () => {
    await ran(here(), "backup", "tuesday.backup");
    const other = await place();
    expect((await ran(at(other), "restore", "tuesday.backup")).code).toBe(0);
    const db = await openMigrated(other);
    await db.write((writer) => writer.updateTable("account").set({ name: "Cleo" }).execute());
    await db.close();
    const again = await ran(at(other), "restore", "tuesday.backup");
    expect(again.out).toContain("What was there before is kept in");
    const kept = (await readdir(other.dataFolder)).find((name) => name.startsWith("before-restore")) ?? "";
    const third = await place();
    expect((await ran(at(third), "restore", join(other.dataFolder, kept))).code).toBe(0);
    const found = await openMigrated(third);
    expect(await found.read.selectFrom("account").select("name").execute()).toEqual([{ name: "Cleo" }]);
    await found.close();
  });
});

describe("one line says why not", () => {
  it.each([
    ["backup", [], 2, "backup needs one file, for example: npm run oakroom -- backup monday.backup"],
    ["backup", ["a", "b"], 2, "backup needs one file, for example: npm run oakroom -- backup monday.backup"],
    ["restore", [], 2, "restore needs one file, for example: npm run oakroom -- restore monday.backup"],
    ["restore", ["--force", "a"], 2, "restore does not know --force; it has no flags."],
    ["restore", ["nowhere.backup"], 1, /nowhere\.backup is not there\.$/],
    ["restore", ["."], 1, /is a folder, not a backup\.$/],
    ["backup", ["no/such/folder/monday.backup"], 1, /^The folder of .* is not there\. Make it first\.$/],
  ])("%s %j", async (command, args, code, line) => {
    const result = await ran(here(), command, ...args);
    expect(result.code).toBe(code);
    expect(result.err).toMatch(line);
    expect(result.err.split("\n")).toHaveLength(1);
  });

  it("a file of that name is there", async () => {
    await writeFile(join(folder, "mine.txt"), "mine");
    const result = await ran(here(), "backup", "mine.txt");
    expect(result).toMatchObject({
      code: 1,
      err: expect.stringMatching(/mine\.txt is there already\. Choose another name\.$/),
    });
    expect(await readFile(join(folder, "mine.txt"), "utf8")).toBe("mine");
  });

  it("the server runs", async () => {
    await ran(here(), "backup", "running.backup");
    const result = await ran(here(), "restore", "running.backup");
    expect(result.code).toBe(1);
    expect(result.err).toMatch(/server (?:uses the folder|runs on this database)/);
  });

  it("the file is none, or is damaged", async () => {
    await writeFile(join(folder, "none.backup"), "hello");
    const other = await place();
    expect((await ran(at(other), "restore", "none.backup")).err).toBe(
      "This is no backup of Oakroom. Nothing was changed.",
    );
    await ran(here(), "backup", "whole.backup");
    const whole = await readFile(join(folder, "whole.backup"));
    await writeFile(join(folder, "short.backup"), whole.subarray(0, -10));
    const short = await ran(at(other), "restore", "short.backup");
    expect(short.err).toMatch(/^The backup is damaged or incomplete.*Nothing was changed\.$/);
  });

  it("there is nothing to back up", async () => {
    const result = await ran(at(await place()), "backup", "empty.backup");
    expect(result.code).toBe(1);
    expect(result.err).toMatch(/^(?:There is no database in the data folder|The database is empty)/);
    const mistyped = await ran(
      { ...here(), dataFolder: join(folder, "mistyped"), databaseUrl: undefined },
      "backup",
      "empty.backup",
    );
    expect(mistyped.err).toMatch(/^There is no database in the data folder/);
  });
});
