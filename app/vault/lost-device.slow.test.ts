import { encode, hex, readSlot } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { note, notesIn, passphrase, roomOf, statusOf, type TestDevice } from "./testing/people.ts";
import { copyStore, settled, World } from "./testing/world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

/** Leila's other device, as her laptop sees it. */
async function phoneOf(laptop: TestDevice) {
  const phone = (await laptop.vault.devices()).find(({ isThisOne }) => !isThisOne);
  if (!phone) throw new Error("no phone");
  return phone.id;
}

const epochs = () => world.entries.filter(({ kind }) => kind === "epoch").length;
const cuts = () => world.entries.filter(({ kind }) => kind === "cut").length;

describe("C25: Leila has lost her phone", () => {
  it("what it writes afterwards counts for nobody, and what is written afterwards does not open on it", async () => {
    const found = await world.open("phone");
    await found.vault.write(world.room, note("Written before it was lost."));
    await roomOf(found, world.room, ({ events, waiting }) => events === 1 && waiting === 0);
    await settled(found);
    const thief = await copyStore(found.store);
    found.close();

    const [laptop, ingrid] = [await world.open("leila"), await world.open("ingrid")];
    await roomOf(laptop, world.room, ({ events }) => events === 1);
    const before = epochs();
    expect(await laptop.vault.retireDevice({ passphrase }, await phoneOf(laptop))).toBeUndefined();
    await vi.waitFor(() => expect(epochs()).toBeGreaterThan(before), 20_000);
    expect(cuts()).toBe(1);
    await ingrid.vault.write(world.room, note("Said once it was lost."));
    for (const device of [laptop, ingrid]) await roomOf(device, world.room, ({ events }) => events === 2);

    await settled(laptop);
    laptop.close();

    // Whoever has the phone still reaches the server, its keys lie open on it, and it is told nothing of what happened.
    const { hook } = world.double;
    world.double.hook = async (asked, honest) => {
      const isHers = asked.operation === "readBundles" && asked.input.params?.["accountId"] === laptop.account;
      if (!isHers || asked.by !== laptop.account) return honest();
      return { kind: "done", value: encode((world.double.keys.get(laptop.account)?.bundles ?? []).slice(0, -1)) };
    };
    const stolen = await world.open("phone", thief);
    await stolen.vault.write(world.room, note("Written by whoever has it."));
    await vi.waitFor(() => expect(world.items).toHaveLength(3), 20_000);
    await stolen.refresh();
    expect(await notesIn(stolen, world.room)).not.toContain("Said once it was lost.");
    stolen.close();
    world.double.hook = hook;
    const again = await world.open("leila", await copyStore(laptop.store));
    for (const device of [again, ingrid]) {
      await device.refresh();
      expect(await notesIn(device, world.room)).toEqual(["Written before it was lost.", "Said once it was lost."]);
    }
  });

  it.each(["leila", "ingrid"] as const)(
    "the next epoch comes with the next visit of %s, whoever it is",
    async (name) => {
      const laptop = await world.open("leila");
      const phone = await phoneOf(laptop);
      const before = epochs();
      const { hook } = world.double;
      // Nobody's announcement arrives, and then somebody's does.
      world.double.hook = async (asked, honest) =>
        asked.operation === "announceEpoch" ? { kind: "offline" } : honest();
      expect(await laptop.vault.retireDevice({ passphrase }, phone)).toBeUndefined();
      expect(epochs()).toBe(before);
      if (name === "ingrid") laptop.close();
      world.double.hook = hook;
      const next = name === "ingrid" ? await world.open("ingrid") : laptop;
      await next.refresh();
      next.pass(60_000);
      await vi.waitFor(() => expect(epochs()).toBe(before + 1), 20_000);
    },
  );

  it("locks itself once it hears of it, and an unlock makes it a new device", async () => {
    const [laptop, phone] = [await world.open("leila"), await world.open("phone")];
    const lost = await phoneOf(laptop);
    // What it wrote into its chains before says nothing about those of the device that it becomes.
    await phone.vault.nameKey(lost, "An old phone");
    await settled(phone);
    expect(await laptop.vault.retireDevice({ passphrase }, lost)).toBeUndefined();
    await statusOf(phone, "locked");
    expect((await phone.store.scopes("unlocked")).length).toBe(0);
    expect(await phone.vault.unlock({ passphrase })).toBeUndefined();
    const devices = await phone.vault.devices();
    expect(devices.map(({ isRetired }) => isRetired)).toEqual([false, true, false]);
    const again = devices.find(({ isThisOne }) => isThisOne)?.id ?? lost;
    await phone.vault.nameKey(again, "Found");
    await vi.waitFor(async () => expect(await laptop.vault.keyNames()).toMatchObject({ [again]: "Found" }), 20_000);
    await phone.vault.write(world.room, note("Found again."));
    await roomOf(laptop, world.room, ({ events }) => events === 1);
    expect(await notesIn(laptop, world.room)).toEqual(["Found again."]);
  });

  it("her other devices ask for an unlock once, and read on", async () => {
    const [laptop, tablet] = [await world.open("leila"), await world.openNew("leila")];
    expect(await tablet.vault.unlock({ passphrase })).toBeUndefined();
    const phone = (await laptop.vault.devices()).find(({ isThisOne, isRetired }) => !isThisOne && !isRetired);
    await laptop.refresh();
    expect(await laptop.vault.retireDevice({ passphrase }, phone?.id ?? (await phoneOf(laptop)))).toBeUndefined();
    await statusOf(tablet, "locked");
    await laptop.vault.write(world.room, note("For those who stayed."));
    expect(await tablet.vault.unlock({ passphrase })).toBeUndefined();
    await roomOf(tablet, world.room, ({ events }) => events === 1);
    expect(await notesIn(tablet, world.room)).toEqual(["For those who stayed."]);
  });

  it("taking it out asks for a secret, never takes out the device at hand, and nothing happens without a connection", async () => {
    const laptop = await world.open("leila");
    const phone = await phoneOf(laptop);
    const [mine] = (await laptop.vault.devices()).flatMap(({ isThisOne, id }) => (isThisOne ? id : []));
    const before = world.double.keys.get(laptop.account)?.bundles.length;
    expect(await laptop.vault.retireDevice({ passphrase: "not the right one at all" }, phone)).toBe("wrong-secret");
    expect(await laptop.vault.retireDevice({ passphrase }, mine ?? phone)).toBe("no-such-device");
    world.double.goDown();
    expect(await laptop.vault.retireDevice({ passphrase }, phone)).toBe("offline");
    world.double.comeUp();
    expect(world.double.keys.get(laptop.account)?.bundles).toHaveLength(before ?? 0);
    await laptop.vault.lock();
    expect(await laptop.vault.retireDevice({ passphrase }, phone)).toBe("locked");
  });

  it.each(["renewKeys", "putBundle", "appendEntry", "replaceWrap"])(
    "where %s gets no answer it can be done again",
    async (operation) => {
      const laptop = await world.open("leila");
      const phone = await phoneOf(laptop);
      let times = 0;
      world.double.hook = async (asked, honest) => {
        const isIt =
          asked.operation === operation && (operation !== "appendEntry" || asked.input.query?.["kind"] === "cut");
        if (isIt && (times += 1) === 1) return { kind: "offline" };
        return honest();
      };
      expect(await laptop.vault.retireDevice({ passphrase }, phone)).toBe("offline");
      expect(await laptop.vault.retireDevice({ passphrase }, phone)).toBeUndefined();
      expect(cuts()).toBe(1);
      expect((await laptop.vault.devices()).filter(({ isRetired }) => isRetired)).toHaveLength(1);
      await laptop.vault.write(world.room, note("All is well."));
      const ingrid = await world.open("ingrid");
      await roomOf(ingrid, world.room, ({ events }) => events === 1);
      const tablet = await world.openNew("leila");
      expect(await tablet.vault.unlock({ passphrase })).toBeUndefined();
      await roomOf(tablet, world.room, ({ events }) => events === 1);
    },
  );
});

it("a rehearsal says whether the code works, and changes no key; whoever has typed the whole code is asked for no group of it", async () => {
  const laptop = await world.open("leila");
  const keys = world.double.keys.get(laptop.account);
  const state = () => [hex(keys?.ring ?? new Uint8Array()), [...(keys?.slots.values() ?? [])].map(hex).join()];
  const before = state();
  expect(await laptop.vault.recoveryGroupsToConfirm()).toHaveLength(3);
  expect(await laptop.vault.checkSecret({ passphrase })).toBeUndefined();
  expect(await laptop.vault.recoveryGroupsToConfirm()).toHaveLength(3);
  expect(await laptop.vault.checkSecret({ recoveryCode: world.recoveryCode })).toBeUndefined();
  expect(await laptop.vault.recoveryGroupsToConfirm()).toBeUndefined();
  expect(await laptop.vault.checkSecret({ recoveryCode: world.recoveryCode.replace(/^./, "!") })).toBe("mistyped");
  expect(await laptop.vault.checkSecret({ passphrase: "not the right one at all" })).toBe("wrong-secret");
  expect(state()).toEqual(before);
  expect([...(keys?.slots.values() ?? [])].every((slot) => typeof readSlot(slot) === "object")).toBe(true);
});

it("names are sealed: her other devices know them, and the server does not", async () => {
  const [laptop, phone] = [await world.open("leila"), await world.open("phone")];
  const id = await phoneOf(laptop);
  await laptop.vault.nameKey(id, "The phone with the crack");
  await settled(laptop);
  await phone.refresh();
  await vi.waitFor(async () => expect((await phone.vault.keyNames())[id]).toBe("The phone with the crack"));
  const traffic = Buffer.concat(world.double.asked.map(({ input }) => Buffer.from(input.body ?? [])));
  expect(traffic.indexOf("crack")).toBe(-1);
});
