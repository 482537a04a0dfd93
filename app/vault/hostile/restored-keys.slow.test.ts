import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { another, is, lostIn } from "../testing/lost.ts";
import { note, notesIn, passphrase, roomOf, statusOf, type TestDevice } from "../testing/people.ts";
import { copyStore, settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

const { leilaBeginsAnew, ingridWrites, ingridHears, compares, writes, until } = lostIn(() => world);

/** Leila was let in again after the backup, and wrote since. */
async function readmittedSince(history: boolean): Promise<readonly [TestDevice, TestDevice]> {
  const ingrid = await ingridWrites();
  const leila = await leilaBeginsAnew();
  await ingridHears(ingrid);
  await compares(ingrid, leila);
  await roomOf(ingrid, world.room, is("to-readmit"));
  for (const one of [leila, ingrid]) await settled(one);
  const backup = world.double.copy();
  await ingrid.vault.readmit(world.room, history);
  await roomOf(leila, world.room, is("ready"));
  await writes(leila, "I am back.");
  await until(ingrid, "I am back.");
  for (const one of [leila, ingrid]) {
    await one.refresh();
    await settled(one);
  }
  leila.close();
  world.double.restore(backup);
  await ingrid.refresh();
  await roomOf(ingrid, world.room, is("ready"));
  await settled(ingrid);
  return [leila, ingrid];
}

describe("C27, C14: yesterday's backup is restored, from before Leila was let in again", () => {
  it("with their history: Ingrid's device alone gives back the readmit, what came after, and Leila's keys to all of it", async () => {
    const [leila] = await readmittedSince(true);
    const phone = await world.openNew("leila");
    expect(await phone.vault.unlock({ passphrase: another })).toBeUndefined();
    const view = await roomOf(phone, world.room, ({ events }) => events === 4);
    expect(view).toMatchObject({ gaps: 0, damaged: 0, isChecked: true });
    expect(await notesIn(phone, world.room)).toEqual(["one", "two", "three", "I am back."]);
    const again = await world.open("leila", await copyStore(leila.store));
    await roomOf(again, world.room, ({ condition, events }) => condition.is === "ready" && events === 4);
  });

  it("without it: what was written before stays Ingrid's alone", async () => {
    await readmittedSince(false);
    const phone = await world.openNew("leila");
    expect(await phone.vault.unlock({ passphrase: another })).toBeUndefined();
    await roomOf(phone, world.room, is("ready"));
    await phone.refresh();
    expect(await notesIn(phone, world.room)).toEqual(["I am back."]);
    const wraps = [...(world.double.logs.get(world.room)?.wraps.keys() ?? [])];
    const hers = wraps.filter((key) => key.endsWith(phone.account)).map((key) => Number(key.split(" ")[0]));
    const readmit = world.entries.findIndex(({ kind }) => kind === "readmit");
    const before = world.entries.slice(0, readmit).filter(({ kind }) => kind === "epoch").length;
    expect(before).toBeGreaterThan(0);
    expect(Math.min(...hers)).toBeGreaterThan(before);
  });
});

/** What is asked once a bundle has come back, until this device has closed: so long the next record does not come back. */
function askedUntilLocked(device: TestDevice): Promise<ReadonlyArray<string>> {
  const { double } = world;
  const { hook } = double;
  return new Promise((resolve) => {
    double.hook = async (one, honest) => {
      const before = double.asked.length;
      const outcome = await hook(one, honest);
      const isBundle = one.operation === "giveBack" && one.input.query?.["kind"] === "bundle";
      if (!isBundle || outcome.kind !== "done") return outcome;
      double.hook = hook;
      await statusOf(device, "locked");
      resolve(double.asked.slice(before).map(({ operation }) => operation));
      return outcome;
    };
  });
}

describe("C27, C25: yesterday's backup is restored, from before Leila took her phone out", () => {
  it("and a device that knew nothing of it writes its keys first: the newer encryption key is not lost", async () => {
    const laptop = await world.open("leila");
    const tablet = await world.openNew("leila");
    expect(await tablet.vault.unlock({ passphrase })).toBeUndefined();
    for (const one of [laptop, tablet]) {
      await one.refresh();
      await settled(one);
    }
    const backup = world.double.copy();
    const knowing = await copyStore(tablet.store);
    tablet.close();
    // The phone was there first; the tablet is the newest.
    const phone = (await laptop.vault.devices()).find(({ isThisOne }) => !isThisOne);
    if (!phone) throw new Error("no phone");
    expect(await laptop.vault.retireDevice({ passphrase }, phone.id)).toBeUndefined();
    await laptop.vault.write(world.room, note("Under the newer key."));
    await roomOf(laptop, world.room, ({ events, waiting }) => events === 1 && waiting === 0);
    await settled(laptop);
    const store = await copyStore(laptop.store);
    laptop.close();
    world.double.restore(backup);
    const unknowing = await world.open("leila", knowing);
    await unknowing.vault.lock();
    expect(await unknowing.vault.unlock({ passphrase })).toBeUndefined();
    await settled(unknowing);
    const meanwhile = askedUntilLocked(unknowing);
    const again = await world.open("leila", store);
    await roomOf(again, world.room, ({ condition, events }) => condition.is === "ready" && events === 1);
    // The one that lacks the newer key closes, and cannot be opened for good before the other has given it back. Until then it
    // announced no epoch: its number is that of one that the other is about to give back.
    expect(await meanwhile).toContain("readBundles");
    expect(await meanwhile).not.toContain("announceEpoch");
    await again.vault.lock();
    expect(await again.vault.unlock({ passphrase })).toBeUndefined();
    await again.refresh();
    await settled(again);
    expect(await unknowing.vault.unlock({ passphrase })).toBeUndefined();
    await roomOf(unknowing, world.room, ({ condition, events }) => condition.is === "ready" && events === 1);
    const next = await world.openNew("leila");
    expect(await next.vault.unlock({ passphrase })).toBeUndefined();
    await roomOf(next, world.room, ({ events }) => events === 1);
    expect(await notesIn(next, world.room)).toEqual(["Under the newer key."]);
  });

  it("and Ingrid writes while her newer keys come back: no epoch takes the number of the one that follows them", async () => {
    const ingrid = await world.open("ingrid");
    await roomOf(ingrid, world.room, is("ready"));
    await settled(ingrid);
    const [backup, before] = [world.double.copy(), await copyStore(ingrid.store)];
    ingrid.close();
    const laptop = await world.open("leila");
    const phone = (await laptop.vault.devices()).find(({ isThisOne }) => !isThisOne);
    if (!phone) throw new Error("no phone");
    expect(await laptop.vault.retireDevice({ passphrase }, phone.id)).toBeUndefined();
    await writes(laptop, "Under the newer key.");
    await roomOf(laptop, world.room, ({ events, waiting }) => events === 1 && waiting === 0);
    await settled(laptop);
    const store = await copyStore(laptop.store);
    laptop.close();
    world.double.restore(backup);
    // Everybody who comes first finds the room whole.
    const [hers, theirs] = [await world.open("phone"), await world.open("ingrid", before)];
    for (const one of [hers, theirs]) {
      await one.refresh();
      await settled(one);
    }
    expect(world.double.logs.get(world.room)?.behind?.size).toBe(0);
    const { hook } = world.double;
    world.double.hook = async (one, honest) => {
      const outcome = await hook(one, honest);
      const isBundle = one.operation === "giveBack" && one.input.query?.["kind"] === "bundle";
      if (!isBundle || outcome.kind !== "done") return outcome;
      world.double.hook = hook;
      await theirs.vault.write(world.room, note("Meanwhile."));
      await theirs.refresh();
      return outcome;
    };
    const again = await world.open("leila", store);
    for (const one of [again, theirs]) {
      await roomOf(
        one,
        world.room,
        ({ condition, events, waiting }) => condition.is === "ready" && events === 2 && waiting === 0,
      );
      expect((await notesIn(one, world.room)).toSorted()).toEqual(["Meanwhile.", "Under the newer key."]);
    }
  });
});
