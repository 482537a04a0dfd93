import { encode, readReadmit } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { note, notesIn, openDevice, passphrase, roomOf, statusOf, type TestDevice } from "../testing/people.ts";
import type { RoomView } from "../vault.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const another = "seven slow herons over a paper harbour";

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

const is =
  (word: RoomView["condition"]["is"]) =>
  ({ condition }: RoomView) =>
    condition.is === word;

/** Leila on a browser that has never been here, with new keys. */
async function leilaBeginsAnew(): Promise<TestDevice> {
  const leila = await world.openNew("leila");
  await statusOf(leila, "locked");
  const code = await leila.vault.beginAnew(another);
  if (typeof code === "string") throw new Error(code);
  expect(code.groups).toHaveLength(9);
  await roomOf(leila, world.room, is("to-be-readmitted"));
  return leila;
}

/** Ingrid, who has written three notes and stays. */
async function ingridWrites(): Promise<TestDevice> {
  const ingrid = await world.open("ingrid");
  for (const text of ["one", "two", "three"]) await ingrid.vault.write(world.room, note(text));
  await roomOf(ingrid, world.room, ({ events, waiting }) => events === 3 && waiting === 0);
  await settled(ingrid);
  return ingrid;
}

/** Ingrid, once she has heard of it. */
async function ingridHears(ingrid: TestDevice): Promise<TestDevice> {
  const view = await roomOf(ingrid, world.room, is("stopped"));
  expect(view.condition).toEqual({ is: "stopped", because: "keys-changed" });
  return ingrid;
}

async function compares(one: TestDevice, other: TestDevice): Promise<void> {
  for (const [me, them] of [
    [one, other],
    [other, one],
  ] as const) {
    const words = await them.vault.matchingWords(world.room);
    if (typeof words === "string") throw new Error(words);
    expect(await me.vault.confirmWords(world.room, words.words)).toBeUndefined();
  }
}

const writes = async (device: TestDevice, text: string) =>
  expect(await device.vault.write(world.room, note(text))).toHaveProperty("id");

const until = (device: TestDevice, text: string) =>
  vi.waitFor(async () => expect(await notesIn(device, world.room)).toContain(text), { timeout: 60_000 });

describe("C14: Leila has lost every key, and begins anew", () => {
  it("nobody writes, and Leila reads nothing, until the words were compared and Ingrid has answered", async () => {
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    expect(await leila.vault.write(world.room, note("too early"))).toBe("stopped");
    expect(await ingrid.vault.write(world.room, note("too early"))).toBe("stopped");
    expect(await notesIn(leila, world.room)).toEqual([]);
    expect(await notesIn(ingrid, world.room)).toEqual(["one", "two", "three"]);
    expect(await ingrid.vault.readmit(world.room, true)).toBe(false);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    expect(await ingrid.vault.write(world.room, note("too early"))).toBe("stopped");
    expect(await notesIn(leila, world.room)).toEqual([]);
  });

  it("with a yes she reads all that Ingrid holds, and both go on", async () => {
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    expect(await ingrid.vault.readmit(world.room, true)).toBe(true);
    await roomOf(ingrid, world.room, is("ready"));
    const view = await roomOf(leila, world.room, (now) => is("ready")(now) && now.events === 3);
    expect(view.isChecked).toBe(true);
    expect(await notesIn(leila, world.room)).toEqual(["one", "two", "three"]);
    await writes(leila, "I am back.");
    await until(ingrid, "I am back.");
    await writes(ingrid, "Good.");
    await until(leila, "Good.");
    expect((await ingrid.vault.rooms())[0]).toMatchObject({ damaged: 0, gaps: 0, isChecked: true });
    expect((await leila.vault.rooms())[0]).toMatchObject({ damaged: 0, gaps: 0 });
  });

  it("with a no the room goes on without what was written", async () => {
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    expect(await ingrid.vault.readmit(world.room, false)).toBe(true);
    await roomOf(leila, world.room, is("ready"));
    await writes(leila, "A new page.");
    await until(ingrid, "A new page.");
    expect(await notesIn(leila, world.room)).toEqual(["A new page."]);
    expect(await notesIn(ingrid, world.room)).toEqual(["one", "two", "three", "A new page."]);
    const shown = world.double.logs.get(world.room);
    const hers = [...(shown?.wraps.keys() ?? [])].filter((key) => key.endsWith(leila.account));
    const epochs = world.entries.filter(({ kind }) => kind === "epoch").length;
    expect(hers).toEqual([`${epochs} ${leila.account}`]);
  });

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

describe("C14: a server that lies about a loss", () => {
  it("one that nobody declared is a change of keys: read-only, and the words differ from Leila's own", async () => {
    const ingrid = await ingridWrites();
    const honest = await world.open("leila");
    await honest.refresh();
    const words = await honest.vault.matchingWords(world.room);
    honest.close();
    const forged = await leilaBeginsAnew();
    forged.close();
    await ingridHears(ingrid);
    const heard = typeof words === "string" ? [] : words.words;
    expect(await ingrid.vault.confirmWords(world.room, heard)).toBe("different");
    expect(await ingrid.vault.readmit(world.room, true)).toBe(false);
    expect((await ingrid.vault.rooms())[0]?.condition).toEqual({ is: "stopped", because: "keys-changed" });
    expect(world.entries.some(({ kind }) => kind === "readmit")).toBe(false);
  });

  it("a readmit of before lets nobody in who came after it", async () => {
    const ingrid = await ingridWrites();
    const first = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, first);
    await roomOf(ingrid, world.room, is("to-readmit"));
    await ingrid.vault.readmit(world.room, true);
    await roomOf(first, world.room, is("ready"));
    await settled(first);
    first.close();
    const second = await leilaBeginsAnew();
    const [old] = world.entries.filter(({ kind }) => kind === "readmit");
    const said = old && readReadmit(old.bytes);
    expect(typeof said).toBe("object");
    // Shown once more, at the end of the log.
    if (old) world.double.show(world.room, { ...old, number: world.entries.length + 1 });
    await second.refresh();
    const [view] = await second.vault.rooms();
    expect(view?.condition).toEqual({ is: "to-be-readmitted", isLostByBoth: false });
    expect(await notesIn(second, world.room)).toEqual([]);
  });

  it("keys that Leila disowned are offered again: they stay a change that nobody can compare", async () => {
    const ingrid = await ingridWrites();
    const laptop = await world.open("leila");
    await laptop.refresh();
    const thief = await leilaBeginsAnew();
    const stolen = structuredClone(world.double.keys.get(laptop.account));
    await ingridHears(ingrid);
    expect(await laptop.vault.cancelAnew({ passphrase })).toBeUndefined();
    await roomOf(ingrid, world.room, is("ready"));
    await settled(ingrid);
    const keys = world.double.keys.get(laptop.account);
    if (!stolen || !keys) throw new Error("no keys");
    const words = await thief.vault.matchingWords(world.room);
    world.double.keys.set(laptop.account, { ...stolen, disowned: keys.disowned ?? [] });
    world.double.tellFact("keys", laptop.account);
    await roomOf(ingrid, world.room, is("stopped"));
    expect(await ingrid.vault.confirmWords(world.room, typeof words === "string" ? [] : words.words)).toBe("different");
    expect(await ingrid.vault.write(world.room, note("secret"))).toBe("stopped");
  });

  it("identities of before that do not belong to the readmit are none: Leila goes on waiting", async () => {
    const ingrid = await ingridWrites();
    const leila = await leilaBeginsAnew();
    await ingridHears(ingrid);
    await compares(ingrid, leila);
    await roomOf(ingrid, world.room, is("to-readmit"));
    world.double.hook = async (asked, honest) =>
      asked.operation === "readIdentities" && asked.by === leila.account
        ? { kind: "done", value: encode([[world.double.keys.get(leila.account)?.bundles ?? []], []]) }
        : honest();
    await ingrid.vault.readmit(world.room, true);
    await leila.refresh();
    expect((await leila.vault.rooms())[0]?.condition.is).toBe("to-be-readmitted");
    world.double.hook = (_, honest) => honest();
    await leila.refresh();
    await roomOf(leila, world.room, ({ events }) => events === 3);
  });
});

describe("it was not Leila", () => {
  it("her unlocked laptop stops, and takes everything back with her passphrase; Ingrid's room goes on by itself", async () => {
    const ingrid = await ingridWrites();
    const laptop = await world.open("leila");
    await laptop.refresh();
    const thief = await leilaBeginsAnew();
    await statusOf(laptop, "stopped");
    await ingridHears(ingrid);
    expect(await laptop.vault.loss()).toMatchObject({ mayCancel: true });
    expect(await laptop.vault.cancelAnew({ passphrase: "not the one that it is" })).toBe("wrong-secret");
    expect(await laptop.vault.cancelAnew({ passphrase })).toBeUndefined();
    await statusOf(laptop, "unlocked");
    await roomOf(ingrid, world.room, is("ready"));
    await writes(laptop, "It was not me.");
    await until(ingrid, "It was not me.");
    await thief.refresh();
    await statusOf(thief, "stopped");
  });

  it("whoever types the passphrase of before is told, on a known device and on a new one", async () => {
    const laptop = await world.open("leila");
    await laptop.refresh();
    await laptop.vault.lock();
    await leilaBeginsAnew();
    expect(await laptop.vault.unlock({ passphrase })).toBe("begun-anew");
    const other = await world.openNew("leila");
    expect(await other.vault.unlock({ recoveryCode: world.recoveryCode })).toBe("begun-anew");
    expect(await other.vault.cancelAnew({ recoveryCode: world.recoveryCode })).toBeUndefined();
    expect(await other.vault.unlock({ passphrase })).toBeUndefined();
    expect(await laptop.vault.unlock({ passphrase })).toBeUndefined();
  });

  it("it was she: a device of before forgets the old keys, and opens with the new passphrase", async () => {
    const laptop = await world.open("leila");
    await laptop.refresh();
    await leilaBeginsAnew();
    await statusOf(laptop, "stopped");
    await laptop.vault.forgetHere();
    await statusOf(laptop, "locked");
    expect(await laptop.vault.unlock({ passphrase: another })).toBeUndefined();
    await roomOf(laptop, world.room, is("to-be-readmitted"));
  });
});

it("both lost everything at once: both are told that nobody can let anybody in", async () => {
  (await ingridWrites()).close();
  const leila = await leilaBeginsAnew();
  const ingrid = await world.openNew("ingrid");
  await statusOf(ingrid, "locked");
  await ingrid.vault.beginAnew(another);
  await roomOf(ingrid, world.room, is("to-be-readmitted"));
  await roomOf(leila, world.room, is("stopped"));
  await compares(leila, ingrid);
  for (const one of [leila, ingrid])
    await roomOf(one, world.room, ({ condition }) => condition.is === "to-be-readmitted" && condition.isLostByBoth);
  expect(await leila.vault.readmit(world.room, true)).toBe(false);
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
