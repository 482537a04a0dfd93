import { createHash } from "node:crypto";
import { readItem } from "@oakroom/crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { linesOf, pageText, textOf } from "../../features/room/pages/content/rules.ts";
import { OpenPage } from "../../features/room/pages/joint/rules.ts";
import type { PageEvent } from "../../features/room/pages/rules.ts";
import { PageChanged, PageKept, PageMade } from "../../features/room/pages/schema.ts";
import { eventOf } from "../../features/room/state/schema.ts";
import { ItemId } from "../../values/id.ts";
import { freshUuid, roomOf, type TestDevice } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 30_000 });

const digest = async (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const page = ItemId.parse(freshUuid());
let world: World;
let atRest: number;
beforeEach(async () => {
  world = await World.make();
  atRest = world.entries.length;
});
afterEach(() => world.end());

/** A device with the page open, which follows the room. */
async function opens(device: TestDevice) {
  const own = (await device.vault.devices()).find(({ isThisOne }) => isThisOne);
  if (!own) throw new Error("no device");
  const members = [world.accountOf("leila"), world.accountOf("ingrid")].toSorted();
  const open = new OpenPage({ author: device.account, device: own.id }, members, 0.5);
  const pieces: PageEvent[] = [];
  await device.vault.watchPage(world.room, page, (news) => {
    pieces.push(...news);
    open.take(news);
  });
  const writes = async (words: string) => {
    textOf(open.doc).insert(textOf(open.doc).length, words);
    await device.vault.write(world.room, eventOf(PageChanged, { page, update: open.batch() ?? "" }));
  };
  return { device, open, pieces, writes, words: () => pageText(linesOf(open.doc)) };
}

/** Both write, apart and together, and Ingrid keeps how it stood. */
async function aWrittenPage() {
  const leila = await opens(await world.open("leila"));
  const ingrid = await opens(await world.open("ingrid"));
  await leila.device.vault.write(world.room, eventOf(PageMade, { page, title: "Questions" }));
  await leila.writes("One.\n");
  await expect.poll(() => ingrid.words()).toBe("One.");
  world.double.goDown();
  await leila.writes("Leila, apart.\n");
  await ingrid.writes("Ingrid, apart.\n");
  await ingrid.writes("And more.\n");
  world.double.comeUp();
  for (const { device } of [leila, ingrid])
    await roomOf(device, world.room, ({ events, waiting }) => events === 5 && waiting === 0);
  await expect.poll(() => ingrid.words()).toBe(leila.words());
  await expect.poll(() => ingrid.open.mayKeep).toBe(true);
  const kept = await ingrid.open.keep(digest);
  if (!kept) throw new Error("nothing to keep");
  await ingrid.device.vault.write(world.room, eventOf(PageKept, { page, ...kept, heads: [...kept.heads] }));
  await leila.writes("After it.\n");
  for (const { device } of [leila, ingrid]) {
    await roomOf(device, world.room, ({ events, waiting }) => events === 7 && waiting === 0);
    await settled(device);
  }
  return { leila, ingrid };
}

describe("C28: a page under a server that does what it likes", () => {
  it("both have the same words, the server sees documents alone, and a snapshot says the same", async () => {
    const { leila, ingrid } = await aWrittenPage();
    expect(leila.words()).toBe(ingrid.words());
    for (const part of ["One.", "Leila, apart.", "Ingrid, apart.", "And more.", "After it."])
      expect(leila.words()).toContain(part);
    expect(await leila.open.differing(digest)).toEqual([]);
    const kinds = world.items.slice(-6).map(({ bytes }) => {
      const item = readItem(bytes);
      return typeof item === "object" ? item.header.kind : "";
    });
    expect(kinds).toEqual(Array.from({ length: 6 }, () => "document"));
    expect((await leila.device.vault.search("apart")).map(({ event }) => event.type)).toEqual(["pages.kept"]);
  });

  it("entries in any order, and twice, come to the same page on a device that was away", async () => {
    const { leila, ingrid } = await aWrittenPage();
    const words = leila.words();
    for (const { device } of [leila, ingrid]) device.close();
    const [taken, later] = [world.entries.slice(0, atRest), world.entries.slice(atRest)];
    const shuffled = fc.shuffledSubarray([...later, ...later], { minLength: later.length * 2 });
    await fc.assert(
      fc.asyncProperty(shuffled, async (permuted) => {
        const log = world.double.logs.get(world.room);
        if (log) log.entries = [...taken, ...permuted].map((entry, at) => ({ ...entry, number: at + 1 }));
        const phone = await world.open("phone");
        await phone.refresh();
        const seen = await opens(phone);
        expect(seen.words()).toBe(words);
        expect(seen.open.refused).toBe(0);
        expect(await seen.open.differing(digest)).toEqual([]);
        phone.close();
      }),
      { numRuns: 10 },
    );
  });

  it("what it leaves out shows as a gap, and nothing of the rest is made up", async () => {
    const { leila, ingrid } = await aWrittenPage();
    const whole = leila.words().split("\n");
    for (const { device } of [leila, ingrid]) device.close();
    const left = world.items.at(-4);
    world.replaceItems((items) => items.filter((item) => item !== left));
    const phone = await world.open("phone");
    await phone.refresh();
    const [view] = await phone.vault.rooms();
    expect(view?.gaps).toBeGreaterThan(0);
    const seen = await opens(phone);
    for (const line of seen.words().split("\n")) expect(whole).toContain(line);
  });

  it("a snapshot that lies is shown as different, and hides nothing", async () => {
    const { leila, ingrid } = await aWrittenPage();
    const kept = await leila.open.keep(digest);
    if (!kept) throw new Error("nothing to keep");
    const lie = { page, ...kept, heads: [...kept.heads], hash: "0".repeat(64), text: "Leila owes Ingrid a lunch." };
    await ingrid.device.vault.write(world.room, eventOf(PageKept, lie));
    await roomOf(leila.device, world.room, ({ events }) => events === 8);
    await expect.poll(() => leila.open.differing(digest)).toHaveLength(1);
    expect(leila.words()).toContain("After it.");
    expect(leila.words()).not.toContain("lunch");
  });

  it("an update that is none, of a megabyte, leaves the page and the room as they were", async () => {
    const { leila, ingrid } = await aWrittenPage();
    const words = leila.words();
    await ingrid.device.vault.write(world.room, eventOf(PageChanged, { page, update: "_".repeat(1_000_000) }));
    await roomOf(leila.device, world.room, ({ events, waiting }) => events === 8 && waiting === 0);
    await expect.poll(() => leila.open.refused).toBe(1);
    expect(leila.words()).toBe(words);
    await leila.writes("Still here.\n");
    await expect.poll(() => ingrid.words()).toContain("Still here.");
  });
});
