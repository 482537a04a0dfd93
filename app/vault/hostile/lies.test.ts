import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { eventBytes, forger } from "../testing/forging.ts";
import { type TestDevice, note, notesIn, roomOf } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

async function takes(device: TestDevice) {
  await device.refresh();
  await settled(device);
  return (await device.vault.rooms())[0];
}

describe("C16: a server lies once about an entry, and then tells the truth", () => {
  it("on the live stream: Leila reads what stood there all the same", async () => {
    const leila = await world.open("leila");
    await takes(leila);
    const number = (world.entries.at(-1)?.number ?? 0) + 1;
    world.double.show(world.room, { number, kind: "item", bytes: new Uint8Array([1]) });
    await expect.poll(async () => (await leila.vault.rooms())[0]?.damaged).toBe(1);
    const ingrid = await world.open("ingrid");
    await ingrid.vault.write(world.room, note("A"));
    await roomOf(ingrid, world.room, ({ waiting, events }) => waiting === 0 && events === 1);
    await takes(leila);
    await takes(leila);
    expect(await notesIn(leila, world.room)).toEqual(["A"]);
    expect(await takes(leila)).toMatchObject({ condition: { is: "ready" }, damaged: 0, gaps: 0 });
  });

  it("in a page, and others have come since: Leila reads what stood there once something is missing before them", async () => {
    await world.threeNotes();
    const honest = world.items;
    world.replaceItems((kept) => kept.map((one, at) => (at === 1 ? { ...one, bytes: new Uint8Array([1]) } : one)));
    const { leila, view } = await world.seenByLeila();
    expect(view).toMatchObject({ events: 1, gaps: 1 });
    world.replaceItems(() => honest);
    leila.close();
    const again = await world.open("leila", leila.store);
    expect(await takes(again)).toMatchObject({ events: 3, gaps: 0, damaged: 0, condition: { is: "ready" } });
  });

  it("saying that it has Leila's item: she is told that the server has less than she gave it", async () => {
    const leila = await world.open("leila");
    await takes(leila);
    const { hook } = world.double;
    world.double.hook = async (asked, honest) =>
      asked.operation === "appendEntry" && asked.input.params?.["logId"] === world.room
        ? { kind: "done", value: { number: (world.entries.at(-1)?.number ?? 0) + 1, generation: 1 } }
        : honest();
    await leila.vault.write(world.room, note("lost"));
    await roomOf(leila, world.room, ({ waiting }) => waiting === 0);
    world.double.hook = hook;
    const ingrid = await world.open("ingrid");
    await ingrid.vault.write(world.room, note("mine"));
    await roomOf(ingrid, world.room, ({ waiting }) => waiting === 0);
    await takes(leila);
    expect((await takes(leila))?.condition).toEqual({ is: "stopped", because: "shrunk" });
    expect(await notesIn(leila, world.room)).toContain("lost");
  });
});

describe("C16: Ingrid floods the room with records that wait for one that never comes", () => {
  it("and Leila's device keeps a few, writes them once, and goes on", async () => {
    const ingrid = await world.open("ingrid");
    await takes(ingrid);
    ingrid.close();
    const { seal } = await forger(ingrid, world.room);
    const junk = eventBytes("notes.written", { text: "x".repeat(3000) });
    for (let ahead = 1; ahead <= 300; ahead += 1)
      world.double.append(world.room, "item", await seal(junk, { ahead: 10 + ahead }));
    const leila = await world.open("leila");
    expect(await takes(leila)).toMatchObject({ gaps: 100, condition: { is: "ready" } });
    let writes = 0;
    const commit = leila.store.commit.bind(leila.store);
    leila.store.commit = (changes) => {
      writes += changes.filter((change) => "put" in change && change.put === "waiting").length;
      return commit(changes);
    };
    await leila.vault.write(world.room, note("Still here."));
    await roomOf(leila, world.room, ({ waiting }) => waiting === 0);
    await takes(leila);
    expect(await notesIn(leila, world.room)).toEqual(["Still here."]);
    expect(writes).toBe(0);
    const record = await leila.store.get("log", [world.room, 0]);
    expect(JSON.stringify(record).length).toBeLessThan(100_000);
  });
});
