import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { features } from "../../../../server/features.ts";
import { readItem } from "../../../../server/live/testing.ts";
import { startServer } from "../../../../server/run.ts";
import { engineUnderTest, type TestServer, testServer } from "../../../../server/testing.ts";
import { hour } from "../../../../values/instant.ts";
import { ReadMe, SignOutEverywhere } from "../../../programme/sign-in/schema.ts";
import { aMember, aRoom, type Member, newId } from "../testing.ts";
import { appendAt, isItem, leaveAll, listenAt, standing } from "./testing.ts";

let server: TestServer;
let ana: Member;

beforeAll(async () => {
  server = await testServer();
  ana = await aMember(server, "Ana");
});

afterEach(leaveAll);

afterAll(() => server.end());

describe("the server looks after its streams", () => {
  let quick: TestServer;
  let dana: Member;
  beforeAll(async () => {
    quick = await testServer(undefined, undefined, { liveTiming: { beatMs: 250, deafMs: 40 } });
    dana = await aMember(quick, "Dana");
  });
  afterAll(() => quick.end());

  it("with a comment line now and then", async () => {
    const client = await listenAt(quick, dana);
    await client.next(standing);
    const comment = await client.next((block) => !standing(block) && !isItem(block));
    expect(comment).toEqual({ id: undefined, event: undefined, data: undefined });
  });

  it("by finding what no hint has told", async () => {
    const client = await listenAt(quick, dana);
    await client.next(standing);
    const { app } = quick;
    // As another process would whose hint was lost: the routes of this server know nothing of it.
    const now = app.clock();
    await app.db.write(async (writer) => {
      await writer.updateTable("log").set({ last_number: 2 }).where("id", "=", dana.ownLog).execute();
      await writer
        .insertInto("log_entry")
        .values({
          log_id: dana.ownLog,
          number: 2,
          kind: 0,
          author_id: dana.accountId,
          device_id: newId(),
          seq: 1,
          hash: Buffer.alloc(32, 1),
          bytes: Buffer.alloc(9, 1),
          arrived_at: now,
        })
        .execute();
    });
    expect(readItem((await client.next(isItem)).data ?? "").number).toBe(2);
  });

  it("by ending those whose sign-in has run out", async () => {
    const client = await listenAt(quick, dana);
    await client.next(standing);
    quick.pass(40 * 24 * hour);
    expect(await client.end()).toBe(true);
    expect((await quick.call(ReadMe, {}, dana.cookie)).status).toBe(401);
  });

  it("and ends all of them when it stops", async () => {
    const stopping = await testServer();
    const eve = await aMember(stopping, "Eve");
    const client = await listenAt(stopping, eve);
    await client.next(standing);
    await stopping.end();
    expect(await client.end()).toBe(true);
  });
});

describe("two processes on one database (with SQLite the second is refused)", () => {
  const refused = () => expect(second(undefined)).rejects.toThrow("Another Oakroom server uses the folder");
  const ownFolder = () => mkdtempSync(join(tmpdir(), "oakroom-second-"));
  const second = (databaseUrl: string | undefined) =>
    startServer({ ...server.app.config, databaseUrl, ...(databaseUrl ? { dataFolder: ownFolder() } : {}) }, features, {
      clock: () => server.now,
      logLevel: "silent",
      version: "test",
      worksOnJobs: false,
      liveTiming: { beatMs: 60_000, deafMs: 50 },
    });

  it("hear of each other what is appended, what changed, and who was signed out", async () => {
    if (engineUnderTest === "sqlite") return refused();
    const other = await second(server.app.config.databaseUrl);
    try {
      const cleo = await aMember(server, "Cleo");
      const client = await listenAt(other, cleo);
      await client.next(standing);
      const shared = await aRoom(server, ana, cleo);
      for (let sent = 0; sent < 20; sent += 1) await appendAt(server, ana, shared);
      for (let heard = 0; heard < 20; heard += 1) await client.next(isItem);
      expect(client.numbers(shared)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
      server.app.live.factChanged({ about: "programme", id: shared }, [cleo.accountId]);
      await client.next(({ event }) => event === "fact");
      await server.call(SignOutEverywhere, {}, cleo.cookie);
      expect(await client.end()).toBe(true);
    } finally {
      await other.stop();
    }
  });

  it("find each other's entries also while the hints are cut off, and hear hints again afterwards", async () => {
    if (engineUnderTest === "sqlite") return refused();
    const other = await second(server.app.config.databaseUrl);
    try {
      const cleo = await aMember(server, "Cleo");
      const shared = await aRoom(server, ana, cleo);
      const client = await listenAt(other, cleo);
      await client.next(standing);
      for (let round = 0; round < 5; round += 1) {
        await cut();
        await appendAt(server, ana, shared);
        await client.next(isItem);
      }
      await expect.poll(() => other.app.live.deaf, { timeout: 60_000 }).toBe(false);
      await appendAt(server, ana, shared);
      await client.next(isItem);
      expect(client.numbers(shared)).toEqual([1, 2, 3, 4, 5, 6]);
    } finally {
      await other.stop();
    }
  });
});

/** Breaks every connection that carries hints, as a network would. */
async function cut(): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'oakroom live' and datname = current_database()`.execute(server.app.db.read);
}
