import { afterEach, beforeEach, expect, it } from "vitest";
import { NoteWritten } from "../../features/room/notes/schema.ts";
import { openRoomLog } from "../../features/room/log/store.ts";
import { eventOf } from "../../features/room/state/schema.ts";
import { type TestServer, testServer } from "../../server/testing.ts";
import { LogId } from "../../values/id.ts";
import { freshUuid, notesIn, passphrase, roomOf } from "../testing/people.ts";
import type { VaultStore } from "../store.ts";
import { type NodeVault, openNodeVault } from "./node-vault.ts";

let server: TestServer;
const open: NodeVault[] = [];

beforeEach(async () => {
  server = await testServer();
});
afterEach(async () => {
  for (const one of open.splice(0)) one.close();
  await server.end();
});

type Person = Awaited<ReturnType<TestServer["signIn"]>>;

async function device({ accountId, cookie }: Person, store?: VaultStore) {
  const options = {
    address: `http://127.0.0.1:${server.port}`,
    origin: server.app.config.origin,
    cookie,
    account: accountId,
    clock: () => server.now,
  };
  const opened = await openNodeVault(store ? { ...options, store } : options);
  open.push(opened);
  return opened;
}

async function openRoom(one: Person, other: Person): Promise<LogId> {
  const room = LogId.parse(freshUuid());
  await server.app.db.write((writer) => openRoomLog(writer, room, [one.accountId, other.accountId], server.now));
  server.app.live.factChanged({ about: "relationship", id: room }, [one.accountId, other.accountId]);
  return room;
}

it("Leila and Ingrid enrol, a room opens, and each reads what the other writes, live", async () => {
  const [leila, ingrid] = [await server.signIn("Leila"), await server.signIn("Ingrid")];
  const [hers, theirs] = [await device(leila), await device(ingrid)];
  expect(await hers.vault.enrol(passphrase)).toHaveProperty("groups");
  expect(await theirs.vault.enrol(passphrase)).toHaveProperty("groups");
  const room = await openRoom(leila, ingrid);
  await roomOf(hers, room, ({ condition }) => condition.is === "ready");
  await hers.vault.write(room, eventOf(NoteWritten, { text: "A room of two." }));
  await roomOf(theirs, room, ({ events }) => events === 1);
  await theirs.vault.write(room, eventOf(NoteWritten, { text: "It is." }));
  await roomOf(hers, room, ({ events, waiting }) => events === 2 && waiting === 0);
  expect(await notesIn(hers, room)).toEqual(["A room of two.", "It is."]);
  expect(await notesIn(theirs, room)).toEqual(["A room of two.", "It is."]);
});
