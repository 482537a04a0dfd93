import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aMember, aRoom, type Member } from "../features/room/log/testing.ts";
import { AppendEntry, ReadEntries } from "../features/room/log/schema.ts";
import { AskToSignIn, ReadMe } from "../features/programme/sign-in/schema.ts";
import { type Postgres, startPostgres } from "../../tools/postgres.ts";
import { ReadHealth } from "./health.ts";
import { type TestServer, testServer } from "./testing.ts";

// A SQLite file is never away; PostgreSQL is a server of its own, here one that belongs to this test alone.
describe("S13: PostgreSQL ends and comes back", () => {
  let postgres: Postgres;
  let server: TestServer;
  let ana: Member;
  let logId: Member["ownLog"];

  beforeAll(async () => {
    postgres = await startPostgres({ durable: true });
    const dataFolder = mkdtempSync(join(tmpdir(), "oakroom-test-"));
    const end = async () => rmSync(dataFolder, { recursive: true, force: true });
    server = await testServer(undefined, undefined, { database: { dataFolder, databaseUrl: postgres.url, end } });
    ana = await aMember(server, "Ana");
    logId = await aRoom(server, ana, await aMember(server, "Ben"));
  });

  afterAll(async () => {
    await server.end();
    await postgres.stop();
  });

  const append = () =>
    server.call(AppendEntry, { params: { logId }, query: { kind: "item" }, body: ana.writer.item(logId) }, ana.cookie);
  const readMe = () => server.call(ReadMe, {}, ana.cookie);
  const askForMail = () => server.call(AskToSignIn, { body: { email: "ana@northwind.example" } });
  const read = () => server.call(ReadEntries, { params: { logId }, query: { after: "0" } }, ana.cookie);
  const health = () => server.call(ReadHealth, {});

  it("and requests are told so, nothing acknowledged is lost, and the same process goes on", async () => {
    expect((await append()).answer.number).toBe(1);
    const page = (await read()).answer;

    const sent = Array.from({ length: 20 }, () => [append(), readMe(), askForMail()]).flat();
    const start = await postgres.crash();
    // Whatever was under way: it was done, or it was not and is told so; never a defect.
    for (const { status } of await Promise.all(sent)) expect([200, 503]).toContain(status);

    for (const ask of [append, readMe, askForMail, read, readMe, append]) {
      const { raw } = await ask();
      expect([raw.statusCode, raw.headers["retry-after"]]).toEqual([503, "2"]);
      expect(raw.json()).toEqual({ error: "busy", text: expect.stringContaining("try again") });
    }
    const down = await health();
    expect([down.status, down.raw.json()]).toMatchObject([503, { status: "no-database", engine: "postgres" }]);

    await start();
    await expect.poll(async () => (await readMe()).status, { timeout: 60_000 }).toBe(200);
    expect((await health()).raw.json()).toMatchObject({ status: "ok" });
    expect((await append()).status).toBe(200);
    expect((await askForMail()).status).toBe(200);
    const after = (await read()).answer;
    expect(Buffer.from(after).includes(Buffer.from(page).subarray(-100))).toBe(true);
    await expect.poll(() => server.app.live.deaf).toBe(false);
  });
});
