import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { closeLog, openRoomLog } from "../../features/room/log/store.ts";
import { type FreshDatabase, freshDatabase } from "../../server/database/testing.ts";
import { features } from "../../server/features.ts";
import { type Running, startServer } from "../../server/run.ts";
import { accountIn } from "./testing/accounts.ts";
import { LogId } from "../../values/id.ts";
import { Instant } from "../../values/instant.ts";
import type { VaultStore } from "../store.ts";
import { freshUuid, note, notesIn, passphrase, roomOf, statusOf } from "../testing/people.ts";
import { type NodeVault, openNodeVault } from "./node-vault.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const now = Instant.parse(Date.parse("2026-10-01T08:00:00Z"));
const origin = "http://localhost:8480";
let database: FreshDatabase;
let port: number;
let server: Running;
const open: NodeVault[] = [];

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

async function start(): Promise<void> {
  const { dataFolder, databaseUrl } = database;
  const config = {
    port,
    host: "127.0.0.1",
    dataFolder,
    origin,
    originIsSecure: true,
    databaseUrl,
    smtpUrl: undefined,
    mailFrom: "Oakroom <oakroom@localhost>",
  };
  server = await startServer(config, features, {
    clock: () => now,
    logLevel: "silent",
    version: "test",
    worksOnJobs: false,
  });
}

beforeEach(async () => {
  database = await freshDatabase();
  port = await freePort();
  await start();
});
afterEach(async () => {
  for (const one of open.splice(0)) one.close();
  await server.stop();
  await database.end();
});

type Person = Awaited<ReturnType<typeof accountIn>>;

async function device({ accountId, cookie }: Person, store?: VaultStore) {
  const options = { address: `http://127.0.0.1:${port}`, origin, cookie, account: accountId, clock: () => now };
  const opened = await openNodeVault(store ? { ...options, store } : options);
  open.push(opened);
  return opened;
}

/** Two people with keys and a room, each on one device. */
async function aPair() {
  const [leila, ingrid] = [await accountIn(server, "Leila"), await accountIn(server, "Ingrid")];
  const [hers, theirs] = [await device(leila), await device(ingrid)];
  const code = await hers.vault.enrol(passphrase);
  if (typeof code === "string") throw new Error(code);
  expect(await theirs.vault.enrol(passphrase)).toHaveProperty("groups");
  const room = LogId.parse(freshUuid());
  await server.app.db.write((writer) => openRoomLog(writer, room, [leila.accountId, ingrid.accountId], now));
  server.app.live.factChanged({ about: "relationship", id: room }, [leila.accountId, ingrid.accountId]);
  await roomOf(hers, room, ({ condition }) => condition.is === "ready");
  await roomOf(theirs, room, ({ condition }) => condition.is === "ready");
  return { leila, ingrid, hers, theirs, room, recoveryCode: code.groups.join(" ") };
}

const sent = ({ waiting }: { readonly waiting: number }) => waiting === 0;

describe("Leila and Ingrid on a real server", () => {
  it("enrol, a room opens, and each reads what the other writes, live", async () => {
    const { hers, theirs, room } = await aPair();
    await hers.vault.write(room, note("A room of two."));
    await roomOf(theirs, room, ({ events }) => events === 1);
    await theirs.vault.write(room, note("It is."));
    await roomOf(hers, room, (view) => view.events === 2 && sent(view));
    expect(await notesIn(hers, room)).toEqual(["A room of two.", "It is."]);
    expect(await notesIn(theirs, room)).toEqual(["A room of two.", "It is."]);
  });

  it("write on while the server is away, and everything is there once, in order, when it is back", async () => {
    const { hers, theirs, room } = await aPair();
    await hers.vault.write(room, note("before"));
    await roomOf(theirs, room, ({ events }) => events === 1);
    await server.stop();
    for (const text of ["a", "b", "c"]) await hers.vault.write(room, note(text));
    expect((await roomOf(hers, room, ({ events }) => events === 4)).waiting).toBe(3);
    await start();
    await roomOf(theirs, room, ({ events }) => events === 4);
    await roomOf(hers, room, sent);
    expect(await notesIn(theirs, room)).toEqual(["before", "a", "b", "c"]);
  });

  it("end: a closed room is read and not written, and says so at once", async () => {
    const { leila, ingrid, hers, theirs, room } = await aPair();
    await hers.vault.write(room, note("Thank you."));
    await roomOf(theirs, room, ({ events }) => events === 1);
    await server.app.db.write((writer) => closeLog(writer, room, now));
    server.app.live.factChanged({ about: "relationship", id: room }, [leila.accountId, ingrid.accountId]);
    await roomOf(theirs, room, ({ condition }) => condition.is === "closed");
    expect(await theirs.vault.write(room, note("One more."))).toBe("closed");
    expect(await notesIn(theirs, room)).toEqual(["Thank you."]);
  });

  it("the same device, opened again without the server, shows what it had", async () => {
    const { leila, hers, theirs, room } = await aPair();
    await theirs.vault.write(room, note("for the train"));
    await roomOf(hers, room, ({ events }) => events === 1);
    hers.close();
    await server.stop();
    const again = await device(leila, hers.store);
    await roomOf(again, room, ({ events }) => events === 1);
    expect(await notesIn(again, room)).toEqual(["for the train"]);
    await again.vault.write(room, note("written in the tunnel"));
    await start();
    await roomOf(theirs, room, ({ events }) => events === 2);
    expect(await notesIn(theirs, room)).toEqual(["for the train", "written in the tunnel"]);
  });
});

describe("C31: a second device", () => {
  it("joins with the passphrase, a third with the recovery code, and each opens everything and writes", async () => {
    const { leila, hers, theirs, room, recoveryCode } = await aPair();
    await hers.vault.write(room, note("one"));
    await roomOf(theirs, room, ({ events }) => events === 1);
    await theirs.vault.write(room, note("two"));
    await roomOf(hers, room, (view) => view.events === 2 && sent(view));
    hers.close();

    const phone = await device(leila);
    expect(await phone.vault.unlock({ passphrase })).toBeUndefined();
    await roomOf(phone, room, ({ events }) => events === 2);
    await phone.vault.write(room, note("three"));
    await roomOf(theirs, room, ({ events }) => events === 3);

    const tablet = await device(leila);
    expect(await tablet.vault.unlock({ recoveryCode })).toBeUndefined();
    await roomOf(tablet, room, ({ events }) => events === 3);
    expect(await notesIn(tablet, room)).toEqual(["one", "two", "three"]);
    await tablet.vault.write(room, note("four"));
    for (const one of [phone, theirs]) await roomOf(one, room, ({ events }) => events === 4);
    expect(await tablet.vault.devices()).toHaveLength(3);
  });

  it("unlocks with a passphrase that was replaced by the recovery code, and with no other", async () => {
    const { leila, hers, recoveryCode } = await aPair();
    expect(await hers.vault.replacePassphrase({ recoveryCode }, "seven quiet pines under copper")).toBeUndefined();
    const phone = await device(leila);
    expect(await phone.vault.unlock({ passphrase })).toBe("wrong-secret");
    expect(await phone.vault.unlock({ passphrase: "seven quiet pines under copper" })).toBeUndefined();
  });
});

describe("C27: a server that came back from a backup", () => {
  async function rollBack(room: LogId, newest: number, raise: boolean): Promise<void> {
    await server.stop();
    await start();
    await server.app.db.write(async (writer) => {
      await writer.deleteFrom("log_entry").where("log_id", "=", room).where("number", ">", newest).execute();
      await writer.updateTable("log").set({ last_number: newest }).where("id", "=", room).execute();
      if (raise) await writer.updateTable("meta").set({ value: "2" }).where("name", "=", "generation").execute();
    });
    await server.stop();
  }

  async function lastNumber(room: LogId): Promise<number> {
    const row = await server.app.db.read
      .selectFrom("log")
      .select("last_number")
      .where("id", "=", room)
      .executeTakeFirstOrThrow();
    return row.last_number;
  }

  /** A backup, one word after it, and the restore; both devices are closed. */
  async function rolledBack(raise: boolean) {
    const pair = await aPair();
    const { hers, theirs, room } = pair;
    await hers.vault.write(room, note("kept in the backup"));
    await roomOf(theirs, room, ({ events }) => events === 1);
    await roomOf(hers, room, sent);
    const backup = await lastNumber(room);
    await theirs.vault.write(room, note("written after it"));
    await roomOf(hers, room, ({ events }) => events === 2);
    hers.close();
    theirs.close();
    await rollBack(room, backup, raise);
    await start();
    return { ...pair, backup };
  }
  const both = ["kept in the backup", "written after it"];

  it("without saying so: the room stops, keeps what it has, and tells", async () => {
    const { leila, hers, room, backup } = await rolledBack(false);
    const again = await device(leila, hers.store);
    const view = await roomOf(again, room, ({ condition }) => condition.is === "stopped");
    expect(view.condition).toEqual({ is: "stopped", because: "shrunk" });
    expect(await notesIn(again, room)).toEqual(both);
    expect(await again.vault.write(room, note("more"))).toBe("stopped");
    expect(await lastNumber(room)).toBe(backup);
  });

  it("and says so: Leila's device gives back what Ingrid wrote, and Ingrid's finds it there", async () => {
    const { leila, ingrid, hers, theirs, room, backup } = await rolledBack(true);
    const again = await device(leila, hers.store);
    await vi.waitFor(async () => expect(await lastNumber(room)).toBe(backup + 1), 60_000);
    await roomOf(again, room, (view) => view.condition.is === "ready" && view.events === 2);
    const other = await device(ingrid, theirs.store);
    await roomOf(other, room, (view) => view.condition.is === "ready" && view.events === 2);
    await other.vault.write(room, note("and on"));
    await roomOf(again, room, ({ events }) => events === 3);
    for (const one of [again, other]) expect(await notesIn(one, room)).toEqual([...both, "and on"]);
  });

  it("and lacks nothing that Leila has: she goes on", async () => {
    const { leila, hers, theirs, room } = await aPair();
    await hers.vault.write(room, note("kept in the backup"));
    await roomOf(theirs, room, ({ events }) => events === 1);
    await roomOf(hers, room, sent);
    hers.close();
    theirs.close();
    await rollBack(room, await lastNumber(room), true);
    await start();
    const again = await device(leila, hers.store);
    await again.vault.write(room, note("after the restore"));
    await roomOf(again, room, (view) => view.events === 2 && sent(view));
    expect(await statusOf(again, "unlocked")).toMatchObject({ is: "unlocked" });
  });
});
