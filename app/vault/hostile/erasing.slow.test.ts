import { id, makeErasure, newSecrets, importIdentity } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { uuidBytes } from "../../values/id.ts";
import { userOf } from "../ids.ts";
import { tableNames } from "../store.ts";
import { note, notesIn, passphrase, roomOf, type TestDevice } from "../testing/people.ts";
import { done, partsOf } from "../testing/records.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let leila: TestDevice;
let ingrid: TestDevice;

beforeEach(async () => {
  world = await World.make();
  await world.threeNotes();
  leila = await world.open("leila");
  ingrid = await world.open("ingrid");
  for (const device of [leila, ingrid]) await roomOf(device, world.room, ({ events }) => events === 3);
  await settled(leila);
  await settled(ingrid);
});
afterEach(() => world.end());

const log = () => world.double.logs.get(world.room) ?? expect.unreachable("no room");
const lastWord = () => log().entries.at(-1) ?? expect.unreachable("no word");
const choose = (device: TestDevice, yes: boolean) => device.vault.chooseErasing(world.room, yes, { passphrase });
const isErased = (device: TestDevice) => roomOf(device, world.room, ({ erasing }) => erasing.gone === "erased");

async function end(): Promise<void> {
  log().open = false;
  world.double.tellFact("relationship", world.room);
  for (const device of [leila, ingrid]) await roomOf(device, world.room, ({ condition }) => condition.is === "closed");
}

/** What lies on a device of the room: the names of tables that hold something. */
async function holds({ store }: TestDevice): Promise<ReadonlyArray<string>> {
  const held = await Promise.all(
    tableNames.map(async (table) => ((await store.list(table, world.room)).length > 0 ? table : [])),
  );
  return held.flat();
}

/** A word of somebody else's keys, as whoever would erase alone could make it. */
function forged(of: TestDevice): Promise<Uint8Array> {
  return newSecrets(async (secrets) => {
    const { isk } = await importIdentity(secrets);
    const said = { log: id("log", uuidBytes(world.room)), user: userOf(of.account), version: 9, yes: true, at: 1 };
    return (await makeErasure(isk, said)).bytes;
  });
}

describe("C26: a room that both erased", () => {
  it("is gone from the server and from every device, and only their two signed words are left", async () => {
    await end();
    expect(await choose(leila, true)).toBeUndefined();
    const asked = await roomOf(ingrid, world.room, ({ erasing }) => erasing.theirs);
    expect(asked).toMatchObject({ events: 3, erasing: { mine: false, theirs: true, gone: undefined } });
    expect(await choose(ingrid, true)).toBeUndefined();
    for (const device of [leila, ingrid]) {
      expect(await isErased(device)).toMatchObject({ events: 0, erasing: { mine: true, theirs: true } });
      expect(await notesIn(device, world.room)).toEqual([]);
      expect(await device.vault.search("one")).toEqual([]);
      await expect.poll(() => holds(device)).toEqual(["log"]);
    }
    expect(log().wraps.size).toBe(0);
    expect(log().entries.map(({ kind }) => kind)).toEqual(["erasure", "erasure"]);
  });

  it("is gone from Leila's phone, which was away, once it comes back", async () => {
    await end();
    await choose(leila, true);
    await choose(ingrid, true);
    await isErased(leila);
    const phone = await world.open("phone");
    await isErased(phone);
    await expect.poll(() => holds(phone)).toEqual(["log"]);
  });

  it("stays gone on a device that was closed and opened again, without a server", async () => {
    await end();
    await choose(leila, true);
    await choose(ingrid, true);
    await isErased(leila);
    await settled(leila);
    leila.close();
    world.double.goDown();
    const again = await world.open("leila", leila.store);
    expect(await isErased(again)).toMatchObject({ events: 0 });
  });

  it("is not erased by one alone, and a yes can be taken back until the other says theirs", async () => {
    await end();
    await choose(leila, true);
    expect(await choose(leila, false)).toBeUndefined();
    await roomOf(ingrid, world.room, ({ erasing }) => !erasing.theirs && log().entries.length > 0);
    await roomOf(leila, world.room, ({ erasing }) => !erasing.mine);
    await choose(ingrid, true);
    const view = await roomOf(leila, world.room, ({ erasing }) => erasing.theirs);
    expect(view).toMatchObject({ events: 3, erasing: { mine: false, gone: undefined } });
    expect(log().wraps.size).toBeGreaterThan(0);
  });

  it("stays where the other answers with a no, which both read; whoever asked may take their yes back", async () => {
    await end();
    await choose(leila, true);
    await roomOf(ingrid, world.room, ({ erasing }) => erasing.theirs && !erasing.keptBy);
    expect(await choose(ingrid, false)).toBeUndefined();
    await roomOf(ingrid, world.room, ({ erasing }) => erasing.theirs && erasing.keptBy === "me");
    const answered = await roomOf(leila, world.room, ({ erasing }) => erasing.keptBy === "them");
    expect(answered).toMatchObject({ events: 3, erasing: { mine: true, theirs: false, gone: undefined } });
    await choose(leila, false);
    await roomOf(ingrid, world.room, ({ erasing }) => !erasing.theirs && !erasing.keptBy);
    expect(log().wraps.size).toBeGreaterThan(0);
  });

  it("is not offered before the end, nor to whoever cannot open the keys", async () => {
    expect(await choose(leila, true)).toBe("not-ended");
    await end();
    expect(await leila.vault.chooseErasing(world.room, true, { passphrase: "not the one of hers" })).toBe(
      "wrong-secret",
    );
    expect(log().entries.some(({ kind }) => kind === "erasure")).toBe(false);
  });
});

describe("C26: a server that lies about erasing", () => {
  it("claims it with one word alone, twice: nothing goes from anybody's device", async () => {
    await end();
    await choose(leila, true);
    await roomOf(ingrid, world.room, ({ erasing }) => erasing.theirs);
    const word = log().entries.at(-1)?.bytes ?? new Uint8Array();
    Object.assign(log(), { gone: "erased" });
    world.double.show(world.room, { number: log().entries.length + 1, kind: "erasure", bytes: word });
    await ingrid.refresh();
    expect(await notesIn(ingrid, world.room)).toEqual(["one", "two", "three"]);
  });

  it("forges the other's word: it counts for nothing", async () => {
    await end();
    await choose(leila, true);
    world.double.append(world.room, "erasure", await forged(ingrid));
    await leila.refresh();
    expect(await notesIn(leila, world.room)).toEqual(["one", "two", "three"]);
    const [view] = await leila.vault.rooms();
    expect(view?.erasing).toMatchObject({ mine: true, theirs: false, gone: undefined });
  });

  it("brings Leila's yes again after she took it back: her devices hold what they had", async () => {
    await end();
    await choose(leila, true);
    const yes = lastWord();
    await choose(leila, false);
    await choose(ingrid, true);
    await roomOf(leila, world.room, ({ erasing }) => erasing.theirs);
    world.double.append(world.room, "erasure", Uint8Array.from(yes.bytes));
    world.double.show(world.room, { ...yes, number: log().entries.length + 1 });
    await leila.refresh();
    expect(await notesIn(leila, world.room)).toEqual(["one", "two", "three"]);
  });

  it("empties the room and says it was erased, without any word: the room stops, and the device keeps it", async () => {
    await end();
    Object.assign(log(), { entries: [], gone: "erased" });
    world.double.tellFact("relationship", world.room);
    const view = await roomOf(leila, world.room, ({ condition }) => condition.is === "stopped");
    expect(view.condition).toEqual({ is: "stopped", because: "shrunk" });
    expect(await notesIn(leila, world.room)).toEqual(["one", "two", "three"]);
  });

  it("shows the room again, with the wraps it kept: it is told to erase, and no device opens it, a new one neither", async () => {
    await end();
    const kept = structuredClone(log());
    await choose(leila, true);
    await choose(ingrid, true);
    await isErased(leila);
    await settled(leila);
    // A backup of before, brought back as if nothing had been.
    world.double.logs.set(world.room, kept);
    kept.open = true;
    world.double.hook = async (asked, honest) =>
      asked.operation === "putErasure" ? done({ erased: false }) : honest();
    const laptop = await world.openNew("leila");
    expect(await laptop.vault.unlock({ passphrase })).toBeUndefined();
    expect(await isErased(laptop)).toMatchObject({ events: 0 });
    await leila.refresh();
    expect(await notesIn(leila, world.room)).toEqual([]);
    const told = world.double.asked.findLast(({ operation }) => operation === "putErasure");
    expect(partsOf(told?.input.body ?? new Uint8Array())).toHaveLength(2);
    expect(await leila.vault.write(world.room, note("more"))).not.toHaveProperty("id");
  });

  it("was restored to before the ending in good faith: the two words erase it anew", async () => {
    await end();
    const kept = structuredClone(log());
    await choose(leila, true);
    await choose(ingrid, true);
    await isErased(leila);
    kept.open = true;
    world.double.logs.set(world.room, kept);
    world.double.generation = 2;
    world.double.goDown();
    world.double.comeUp();
    await expect.poll(() => log().entries.map(({ kind }) => kind)).toEqual(["erasure", "erasure"]);
    expect(log().wraps.size).toBe(0);
  });
});

describe("a room that the server keeps no longer", () => {
  it("stays readable where it lies on a device, and is empty on a new one", async () => {
    await end();
    Object.assign(log(), { entries: [], gone: "dropped" });
    log().wraps.clear();
    world.double.tellFact("relationship", world.room);
    const view = await roomOf(leila, world.room, ({ erasing }) => erasing.gone === "dropped");
    expect(view).toMatchObject({ events: 3, condition: { is: "closed" } });
    const laptop = await world.openNew("leila");
    expect(await laptop.vault.unlock({ passphrase })).toBeUndefined();
    expect(await roomOf(laptop, world.room, ({ erasing }) => erasing.gone === "dropped")).toMatchObject({ events: 0 });
  });

  it("cannot be dropped while it lives: a server that says so is not believed", async () => {
    Object.assign(log(), { gone: "dropped" });
    await leila.refresh();
    await leila.vault.write(world.room, note("four"));
    expect(await roomOf(ingrid, world.room, ({ events }) => events === 4)).toMatchObject({
      condition: { is: "ready" },
    });
  });
});
