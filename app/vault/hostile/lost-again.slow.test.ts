import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { another, is, lostIn } from "../testing/lost.ts";
import { notesIn, openDevice, passphrase, roomOf, statusOf } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

const { leilaBeginsAnew, ingridWrites, ingridHears, compares, writes, until } = lostIn(() => world);

describe("C14: Leila has lost every key, and was let in again", () => {
  it("her next device reads the same, and so does Ingrid's", async () => {
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    await ingrid.vault.readmit(world.room, true);
    await roomOf(leila, world.room, is("ready"));
    await writes(leila, "I am back.");
    await until(ingrid, "I am back.");
    await settled(leila);
    await settled(ingrid);
    const all = ["one", "two", "three", "I am back."];
    const phone = await world.openNew("leila");
    await phone.vault.unlock({ passphrase: another });
    await roomOf(phone, world.room, ({ events }) => events === 4);
    expect(await notesIn(phone, world.room)).toEqual(all);
    const tablet = await world.openNew("ingrid");
    await tablet.vault.unlock({ passphrase });
    const view = await roomOf(tablet, world.room, ({ events }) => events === 4);
    expect(view.isChecked).toBe(true);
    expect(await notesIn(tablet, world.room)).toEqual(all);
    await ingrid.vault.lock();
    await ingrid.vault.unlock({ passphrase });
    await roomOf(ingrid, world.room, ({ events }) => events === 4);
    expect(await notesIn(ingrid, world.room)).toEqual(all);
  });

  it("and loses everything a second time: Ingrid lets her in once more", async () => {
    const ingrid = await ingridWrites();
    const first = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, first);
    await roomOf(ingrid, world.room, is("to-readmit"));
    await ingrid.vault.readmit(world.room, true);
    await roomOf(first, world.room, is("ready"));
    await writes(first, "Between.");
    await until(ingrid, "Between.");
    await settled(first);
    first.close();
    const second = await leilaBeginsAnew();
    await roomOf(ingrid, world.room, is("stopped"));
    await compares(ingrid, second);
    await roomOf(ingrid, world.room, is("to-readmit"));
    await ingrid.vault.readmit(world.room, true);
    await roomOf(second, world.room, ({ events }) => events === 4);
    expect(await notesIn(second, world.room)).toEqual(["one", "two", "three", "Between."]);
  });

  it("Ingrid's other device learns of it from her own log, and asks nothing again", async () => {
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    const tablet = await world.openNew("ingrid");
    await tablet.vault.unlock({ passphrase });
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    await ingrid.vault.readmit(world.room, true);
    await settled(ingrid);
    const view = await roomOf(tablet, world.room, ({ condition, events }) => condition.is === "ready" && events === 3);
    expect(view.isChecked).toBe(true);
  });

  it("a readmit whose answer was lost is sent again, the same", async () => {
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    let isLost = false;
    world.double.hook = async (asked, honest) => {
      const answer = await honest();
      if (asked.input.query?.["kind"] !== "readmit" || isLost) return answer;
      isLost = true;
      return { kind: "offline" };
    };
    await ingrid.vault.readmit(world.room, true);
    expect(isLost).toBe(true);
    await ingrid.refresh();
    await roomOf(ingrid, world.room, is("ready"));
    await roomOf(leila, world.room, ({ events }) => events === 3);
    expect(world.entries.filter(({ kind }) => kind === "readmit")).toHaveLength(1);
  });
});

it("C14: Ingrid's yes to somebody else's keys, which waited without a connection, lets nobody in once Leila took hers back, and the room goes on", async () => {
  const ingrid = await ingridWrites();
  const laptop = await world.open("leila");
  await laptop.refresh();
  const thief = await leilaBeginsAnew();
  await ingridHears(ingrid);
  await compares(ingrid, thief);
  await roomOf(ingrid, world.room, is("to-readmit"));
  world.double.hook = async (asked, honest) =>
    asked.by === ingrid.account && ["readWraps", "appendEntry"].includes(asked.operation)
      ? { kind: "offline" }
      : honest();
  expect(await ingrid.vault.readmit(world.room, true)).toBe(true);
  expect(await laptop.vault.cancelAnew({ passphrase })).toBeUndefined();
  world.double.hook = (_, honest) => honest();
  await ingrid.refresh();
  await roomOf(ingrid, world.room, is("ready"));
  await writes(ingrid, "Was that you?");
  await until(laptop, "Was that you?");
  await writes(laptop, "It was not me.");
  await until(ingrid, "It was not me.");
  expect(world.entries.filter(({ kind }) => kind === "readmit")).toEqual([]);
});

it("a browser that was here before forgets what lay on it, and not before the server has the new keys", async () => {
  const laptop = await world.open("leila");
  await laptop.refresh();
  await laptop.vault.lock();
  world.double.isUp = false;
  expect(await laptop.vault.beginAnew(another)).toBe("offline");
  world.double.isUp = true;
  expect(await laptop.store.get("account", ["", 0])).toBeDefined();
  const code = await laptop.vault.beginAnew(another);
  expect(typeof code).toBe("object");
  await roomOf(laptop, world.room, is("to-be-readmitted"));
  const again = await openDevice(world.double, laptop.account, laptop.store);
  await statusOf(again, "unlocked");
  again.close();
});
