import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { note, notesIn, passphrase, roomOf, type TestDevice } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

describe("C27: a server that was rolled back", () => {
  it("without saying so stops the room, and nothing is sent any more", async () => {
    await world.threeNotes();
    const { leila } = await world.seenByLeila();
    world.replaceItems((kept) => kept.slice(0, 1));
    world.double.tellFact("relationship", world.room);
    const view = await roomOf(leila, world.room, ({ condition }) => condition.is === "stopped");
    expect(view.condition).toEqual({ is: "stopped", because: "shrunk" });
    expect(view.events).toBe(3);
    expect(await leila.vault.write(world.room, note("more"))).toBe("stopped");
    expect(world.items).toHaveLength(1);
  });

  it("and then grew again is found out when Leila's own item gets a number of before", async () => {
    await world.threeNotes();
    const { leila } = await world.seenByLeila();
    world.replaceItems((kept) => kept.slice(0, 1));
    await leila.vault.write(world.room, note("four"));
    const view = await roomOf(leila, world.room, ({ condition }) => condition.is === "stopped");
    expect(view.condition).toEqual({ is: "stopped", because: "shrunk" });
    expect(view.waiting).toBe(1);
  });

  it("in a new generation, and takes nothing back, stops the room and says that it was restored", async () => {
    await world.threeNotes();
    const { leila } = await world.seenByLeila();
    const all = world.items;
    const { hook } = world.double;
    world.double.hook = async (asked, honest) => (asked.operation === "giveBack" ? { kind: "offline" } : honest());
    world.replaceItems((kept) => kept.slice(0, 1));
    world.double.generation = 2;
    world.double.goDown();
    world.double.comeUp();
    const view = await roomOf(leila, world.room, ({ condition }) => condition.is === "stopped");
    expect(view.condition).toEqual({ is: "stopped", because: "restored" });
    expect(await notesIn(leila, world.room)).toEqual(["one", "two", "three"]);
    expect(await leila.vault.write(world.room, note("more"))).toBe("stopped");

    world.double.hook = hook;
    world.replaceItems(() => all);
    world.double.tellFact("relationship", world.room);
    await roomOf(leila, world.room, ({ condition }) => condition.is === "ready");
    await leila.vault.write(world.room, note("four"));
    await roomOf(leila, world.room, ({ waiting }) => waiting === 0);
    expect(world.items).toHaveLength(4);
  });

  it("in a new generation, with all that Leila holds, goes on", async () => {
    await world.threeNotes();
    const { leila } = await world.seenByLeila();
    world.double.generation = 2;
    world.double.goDown();
    world.double.comeUp();
    await leila.vault.write(world.room, note("four"));
    await roomOf(leila, world.room, ({ events, waiting }) => events === 4 && waiting === 0);
    expect(world.items).toHaveLength(4);
  });

  it("to an older generation, lacking what Leila holds, stops the room", async () => {
    world.double.generation = 3;
    await world.threeNotes();
    const { leila } = await world.seenByLeila();
    await settled(leila);
    world.double.generation = 2;
    world.replaceItems((kept) => kept.slice(0, 1));
    world.double.tellFact("relationship", world.room);
    const view = await roomOf(leila, world.room, ({ condition }) => condition.is === "stopped");
    expect(view.condition).toEqual({ is: "stopped", because: "shrunk" });
    expect(await leila.vault.write(world.room, note("more"))).toBe("stopped");
  });

  it("to an older generation, lacking what Leila noted for herself, stops the vault", async () => {
    world.double.generation = 3;
    const { leila } = await world.seenByLeila();
    await settled(leila);
    world.double.generation = 2;
    const own = world.double.logs.get(await world.ownLogOf(leila));
    own?.entries.pop();
    world.double.tellFact("relationship", world.room);
    await expect.poll(() => statusWord(leila)).toBe("shrunk");
    expect(await leila.vault.write(world.room, note("more"))).toBe("stopped");
  });

  it("lied about its generation once, and goes on once it says the true one again and has everything", async () => {
    await world.threeNotes();
    const { leila } = await world.seenByLeila();
    world.double.generation = 2 ** 40;
    await leila.refresh();
    await settled(leila);
    world.double.generation = 1;
    await leila.refresh();
    await leila.vault.write(world.room, note("four"));
    await roomOf(leila, world.room, ({ events, waiting }) => events === 4 && waiting === 0);
    expect(await statusWord(leila)).toBe("unlocked");
    await leila.vault.lock();
    expect(await leila.vault.unlock({ passphrase })).toBeUndefined();
    expect(await notesIn(leila, world.room)).toEqual(["one", "two", "three", "four"]);
  });

  it("and forgets the room altogether stops the room", async () => {
    await world.threeNotes();
    const { leila } = await world.seenByLeila();
    world.double.logs.delete(world.room);
    world.double.tellFact("relationship", world.room);
    const view = await roomOf(leila, world.room, ({ condition }) => condition.is === "stopped");
    expect(view).toMatchObject({ events: 3, condition: { because: "shrunk" } });
  });
});

async function statusWord({ vault }: TestDevice): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const stop = await vault.watchStatus((status) => resolve("because" in status ? status.because : status.is));
  const word = await promise;
  stop();
  return word;
}
