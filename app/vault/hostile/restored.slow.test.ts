import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { note, notesIn, passphrase, roomOf, type TestDevice } from "../testing/people.ts";
import { copyStore, settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

/** Each has asked the server and sees so many events, and everything that they wrote is there. */
async function whole(devices: ReadonlyArray<TestDevice>, events: number): Promise<void> {
  for (const device of devices) {
    await device.refresh();
    await roomOf(
      device,
      world.room,
      (view) => view.condition.is === "ready" && view.events === events && view.waiting === 0,
    );
    await settled(device);
  }
}

async function says(device: TestDevice, text: string): Promise<void> {
  await roomOf(device, world.room, ({ condition }) => condition.is === "ready");
  expect(await device.vault.write(world.room, note(text))).toBeTypeOf("object");
  await settled(device);
}

/** What the server holds of the room, as a set. */
const held = () => new Set(world.entries.map(({ bytes }) => Buffer.from(bytes).toString("hex")));

const given = (by?: TestDevice) =>
  world.double.asked.filter(({ operation, by: who }) => operation === "giveBack" && (!by || who === by.account));

describe("C27: yesterday's backup is restored", () => {
  it("and both give back, byte for byte, what either wrote since; the room goes on", async () => {
    const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
    await says(leila, "Kept in the backup.");
    await whole([leila, ingrid], 1);
    const backup = world.double.copy();
    await says(leila, "After it, by Leila.");
    await whole([leila, ingrid], 2);
    await says(ingrid, "After it, by Ingrid.");
    await whole([leila, ingrid], 3);
    const before = held();
    world.double.restore(backup);
    await whole([leila, ingrid], 3);
    expect(held()).toEqual(before);
    await says(leila, "And on.");
    await whole([leila, ingrid], 4);
    const all = ["Kept in the backup.", "After it, by Leila.", "After it, by Ingrid.", "And on."];
    for (const device of [leila, ingrid]) expect(await notesIn(device, world.room)).toEqual(all);
    const tablet = await world.openNew("ingrid");
    expect(await tablet.vault.unlock({ passphrase })).toBeUndefined();
    await whole([tablet], 4);
    expect(await notesIn(tablet, world.room)).toEqual(all);
  });

  it("in a pause what was lost waits on the devices, and comes back once the pair goes on", async () => {
    const leila = await world.open("leila");
    await whole([leila], 0);
    const backup = world.double.copy();
    await says(leila, "After it.");
    let isPaused = true;
    world.double.hook = async ({ operation, input }, honest) =>
      isPaused && operation === "giveBack" && input.query?.["kind"] === "item"
        ? { kind: "refused", refused: "paused" }
        : honest();
    world.double.restore(backup);
    await roomOf(leila, world.room, ({ condition }) => condition.is === "stopped" && condition.because === "restored");
    expect(await notesIn(leila, world.room)).toEqual(["After it."]);
    isPaused = false;
    // What was asked before the two went on may still be on its way, and is answered as it was then.
    await vi.waitFor(
      async () => {
        await leila.refresh();
        expect((await leila.vault.rooms())[0]?.condition).toEqual({ is: "ready" });
      },
      { timeout: 50_000, interval: 100 },
    );
    await whole([leila], 1);
    expect(world.items).toHaveLength(1);
  });

  it("one of the two alone gives back what both wrote, and the other finds it there", async () => {
    const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
    const backup = world.double.copy();
    await says(leila, "Mine.");
    await whole([leila, ingrid], 1);
    await says(ingrid, "Yours.");
    await whole([leila, ingrid], 2);
    const store = await copyStore(ingrid.store);
    ingrid.close();
    world.double.restore(backup);
    await whole([leila], 2);
    expect(world.items).toHaveLength(2);
    const again = await world.open("ingrid", store);
    await whole([again], 2);
    expect(given(again).filter(({ input }) => input.params?.["logId"] === world.room)).toEqual([]);
    // Each says to their owner what they know of it.
    expect((await leila.vault.rooms())[0]?.restored).toMatchObject({ gave: 2 });
    expect((await again.vault.rooms())[0]?.restored).toMatchObject({ gave: 0 });
    const later = await world.open("ingrid", await copyStore(again.store));
    expect((await later.vault.rooms())[0]?.restored).toMatchObject({ gave: 0 });
  });

  it("a device, its bundle and the epoch that it brought come back too, and nobody takes the shorter list for an attack", async () => {
    const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
    const backup = world.double.copy();
    const tablet = await world.openNew("ingrid");
    expect(await tablet.vault.unlock({ passphrase })).toBeUndefined();
    await says(tablet, "From the new tablet.");
    await whole([leila, ingrid, tablet], 1);
    const epochs = world.entries.filter(({ kind }) => kind === "epoch").length;
    const bundles = world.double.keys.get(ingrid.account)?.bundles.length;
    // Ingrid's devices are off: Leila gives back what is not hers.
    ingrid.close();
    tablet.close();
    world.double.restore(backup);
    await whole([leila], 1);
    expect(world.entries.filter(({ kind }) => kind === "epoch")).toHaveLength(epochs);
    expect(world.double.keys.get(ingrid.account)?.bundles).toHaveLength(bundles ?? 0);
    const again = await world.open("ingrid", await copyStore(ingrid.store));
    await whole([again], 1);
    expect(await notesIn(again, world.room)).toEqual(["From the new tablet."]);
    await says(again, "All here.");
    await whole([leila, again], 2);
  });

  it("a device that was taken out stays out: the cut comes back before anything else", async () => {
    const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
    const backup = world.double.copy();
    const phone = (await leila.vault.devices()).find(({ isThisOne }) => !isThisOne);
    if (!phone) throw new Error("no phone");
    expect(await leila.vault.retireDevice({ passphrase }, phone.id)).toBeUndefined();
    await says(leila, "Without the phone.");
    await whole([leila, ingrid], 1);
    const cuts = () => world.entries.filter(({ kind }) => kind === "cut").length;
    expect(cuts()).toBe(1);
    ingrid.close();
    world.double.restore(backup);
    await whole([leila], 1);
    expect(cuts()).toBe(1);
    const again = await world.open("ingrid", await copyStore(ingrid.store));
    await whole([again], 1);
    expect((await again.vault.rooms())[0]).toMatchObject({ damaged: 0, gaps: 0 });
    const mine = given(leila).map(({ input }) => `${input.query?.["kind"]} ${input.params?.["logId"] === world.room}`);
    const [bundle, cut, item] = ["bundle false", "cut true", "item true"].map((kind) => mine.indexOf(kind));
    expect(bundle).toBeGreaterThanOrEqual(0);
    expect(cut).toBeGreaterThan(bundle ?? 0);
    expect(item).toBeGreaterThan(cut ?? 0);
  });

  it("no epoch is announced until both have been there, and then it is", async () => {
    const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
    await whole([leila, ingrid], 0);
    const backup = world.double.copy();
    const store = await copyStore(ingrid.store);
    ingrid.close();
    world.double.restore(backup);
    await whole([leila], 0);
    const epochs = () => world.entries.filter(({ kind }) => kind === "epoch").length;
    const before = epochs();
    const tablet = await world.openNew("leila");
    expect(await tablet.vault.unlock({ passphrase })).toBeUndefined();
    await tablet.refresh();
    expect(epochs()).toBe(before);
    const again = await world.open("ingrid", store);
    await roomOf(again, world.room, ({ condition }) => condition.is === "ready");
    await vi.waitFor(() => expect(epochs()).toBe(before + 1), 20_000);
    await says(tablet, "With a key of our own.");
    await whole([leila, tablet, again], 1);
  });

  it("the key records of an unlock since then come back with the next one, and what was removed goes again", async () => {
    const leila = await world.open("leila");
    const backup = world.double.copy();
    const fresh = "seven quiet pines under copper";
    expect(await leila.vault.replacePassphrase({ recoveryCode: world.recoveryCode }, fresh)).toBeUndefined();
    await leila.vault.lock();
    expect(await leila.vault.unlock({ passphrase: fresh })).toBeUndefined();
    await whole([leila], 0);
    world.double.restore(backup);
    await whole([leila], 0);
    await leila.vault.lock();
    expect(await leila.vault.unlock({ passphrase })).toBe("wrong-secret");
    expect(await leila.vault.unlock({ passphrase: fresh })).toBeUndefined();
    await whole([leila], 0);
    const tablet = await world.openNew("leila");
    expect(await tablet.vault.unlock({ passphrase })).toBe("wrong-secret");
    expect(await tablet.vault.unlock({ passphrase: fresh })).toBeUndefined();
    await leila.vault.lock();
    expect(await leila.vault.unlock({ passphrase: fresh })).toBeUndefined();
  });

  it("a locked device that comes back after it unlocks, and gives back what it holds", async () => {
    const leila = await world.open("leila");
    const backup = world.double.copy();
    const tablet = await world.openNew("leila");
    expect(await tablet.vault.unlock({ passphrase })).toBeUndefined();
    await says(tablet, "From the tablet.");
    await whole([leila, tablet], 1);
    leila.close();
    await tablet.vault.lock();
    world.double.restore(backup);
    expect(await tablet.vault.unlock({ passphrase })).toBeUndefined();
    await whole([tablet], 1);
    expect(world.items).toHaveLength(1);
  });

  it("a connection that breaks while it is given back is taken up again", async () => {
    const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
    const backup = world.double.copy();
    for (const text of ["a", "b", "c"]) await says(leila, text);
    await whole([leila, ingrid], 3);
    ingrid.close();
    let times = 0;
    world.double.hook = async (asked, honest) => {
      if (asked.operation === "giveBack" && asked.input.params?.["logId"] === world.room && (times += 1) === 2)
        return { kind: "offline" };
      return honest();
    };
    world.double.restore(backup);
    await vi.waitFor(() => expect(times).toBeGreaterThan(1), 20_000);
    leila.pass(60_000);
    await whole([leila], 3);
    expect(world.items).toHaveLength(3);
  });

  it("a server that takes it and never shows it stops the room with the reason, and is not asked for ever", async () => {
    const [leila] = [await world.open("leila")];
    const backup = world.double.copy();
    await says(leila, "Gone for good.");
    await whole([leila], 1);
    world.double.hook = async (asked, honest) =>
      asked.operation === "giveBack" && asked.input.params?.["logId"] === world.room
        ? { kind: "done", value: undefined }
        : honest();
    world.double.restore(backup);
    const view = await roomOf(leila, world.room, ({ condition }) => condition.is === "stopped");
    expect(view.condition).toEqual({ is: "stopped", because: "restored" });
    for (let visit = 0; visit < 5; visit += 1) await leila.refresh();
    const items = given().filter(
      ({ input }) => input.params?.["logId"] === world.room && input.query?.["kind"] === "item",
    );
    expect(items).toHaveLength(1);
    expect(await leila.vault.write(world.room, note("more"))).toBe("stopped");
    expect(await notesIn(leila, world.room)).toEqual(["Gone for good."]);
  });
});
