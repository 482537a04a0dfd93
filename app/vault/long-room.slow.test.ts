import { type SignatureCheck, verify } from "@oakroom/crypto";
import { afterEach, expect, it, vi } from "vitest";
import { MemoryStore } from "./memory-store.ts";
import { note, notesIn, openDeviceOn, passphrase, roomOf } from "./testing/people.ts";
import { settled, World } from "./testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
afterEach(() => world.end());

const longText = "A long story, told slowly. ".repeat(700).trim();

/** A room with so many notes that reading it takes many pages, a long text across two of them. */
async function aLongRoom(count = 150): Promise<ReadonlyArray<string>> {
  world = await World.make();
  const ingrid = await world.open("ingrid");
  const texts = Array.from({ length: count }, (_, at) => (at === 37 ? longText : `Note ${at}`));
  for (const text of texts) await ingrid.vault.write(world.room, note(text));
  await roomOf(ingrid, world.room, ({ waiting }) => waiting === 0);
  await settled(ingrid);
  ingrid.close();
  return texts;
}

/** Pages of twenty; from the second on they wait until they are let through. The newest page comes at once. */
function holdPages(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  let pages = 0;
  world.double.hook = async (asked, honest) => {
    if (asked.operation !== "readEntries" || asked.input.params?.["logId"] !== world.room) return honest();
    const isNewest = Number(asked.input.query?.["after"]) > 60;
    if (isNewest) return honest();
    pages += 1;
    if (pages > 1) await promise;
    const query = { ...asked.input.query, limit: "20" };
    return world.double.honest({ ...asked, input: { ...asked.input, query } });
  };
  return resolve;
}

it("a device that joins sees the newest notes while the rest is still being verified, and then all of them", async () => {
  const texts = await aLongRoom();
  const letThrough = holdPages();
  const tablet = await world.openNew("leila");
  expect(await tablet.vault.unlock({ passphrase })).toBeUndefined();
  await expect.poll(() => notesIn(tablet, world.room).catch(() => [])).not.toEqual([]);
  const view = await roomOf(tablet, world.room, ({ condition }) => condition.is === "reading");
  expect(view.condition).toMatchObject({ is: "reading" });
  const shown = await notesIn(tablet, world.room);
  expect(shown).toEqual(texts.slice(-shown.length));
  expect(shown.length).toBeGreaterThan(40);
  letThrough();
  await roomOf(tablet, world.room, ({ condition, events }) => condition.is === "ready" && events === 150);
  expect(await notesIn(tablet, world.room)).toEqual(texts);
});

it("what a server puts among the newest, signed by nobody, is not shown before it is verified either", async () => {
  await aLongRoom();
  const last = world.items.at(-1);
  const bent = last?.bytes.slice() ?? new Uint8Array();
  bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
  world.double.append(world.room, "item", bent);
  const letThrough = holdPages();
  const tablet = await world.openNew("leila");
  await tablet.vault.unlock({ passphrase });
  await expect.poll(() => notesIn(tablet, world.room).catch(() => [])).not.toEqual([]);
  const page = await tablet.vault.timeline(world.room, { limit: 200 });
  expect(page === "no-such-room" ? [] : new Set(page.entries.map(({ is }) => is))).toEqual(new Set(["event"]));
  letThrough();
  const view = await roomOf(tablet, world.room, ({ condition }) => condition.is === "ready");
  expect(view).toMatchObject({ events: 150, damaged: 1 });
});

it("a room longer than a slice is checked beside this thread, and what does not hold there counts for nothing", async () => {
  const texts = await aLongRoom(300);
  const newest = world.items.at(-1)?.bytes.slice(-64).join();
  let asked = 0;
  // What the other thread says counts: here it finds one signature wrong, that of the newest item.
  const checkBeside: SignatureCheck = async (key, signature, message) => {
    asked += 1;
    return (await verify(key, signature, message)) && signature.join() !== newest;
  };
  const account = world.accountOf("leila");
  const tablet = await openDeviceOn(world.double.as(account), account, new MemoryStore(), { checkBeside });
  await tablet.vault.unlock({ passphrase });
  const view = await roomOf(tablet, world.room, ({ condition, events }) => condition.is === "ready" && events >= 299);
  expect(asked).toBe(world.items.length);
  expect(view).toMatchObject({ events: 299, damaged: 1 });
  expect((await notesIn(tablet, world.room)).at(-1)).toBe(texts.at(-2));
  tablet.close();
});
