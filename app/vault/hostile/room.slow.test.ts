import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LogId } from "../../values/id.ts";
import type { Kept } from "../testing/records.ts";
import { freshUuid, note, notesIn, roomOf } from "../testing/people.ts";
import { World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

describe("C16: a server that", () => {
  it("is honest shows three notes", async () => {
    await world.threeNotes();
    const { view, notes } = await world.seenByLeila();
    expect(notes).toEqual(["one", "two", "three"]);
    expect(view).toMatchObject({ events: 3, damaged: 0, gaps: 0, condition: { is: "ready" } });
  });

  it("reorders changes nothing", async () => {
    await world.threeNotes();
    world.replaceItems((kept) => kept.toReversed());
    const { view, notes } = await world.seenByLeila();
    expect(notes).toEqual(["one", "two", "three"]);
    expect(view).toMatchObject({ damaged: 0, gaps: 0 });
  });

  it("replays changes nothing", async () => {
    await world.threeNotes();
    world.replaceItems((kept) => [...kept, ...kept, ...kept]);
    const { view, notes } = await world.seenByLeila();
    expect(notes).toEqual(["one", "two", "three"]);
    expect(view?.events).toBe(3);
  });

  it("drops one in the middle shows a gap, and what follows is not taken for whole", async () => {
    await world.threeNotes();
    world.replaceItems((kept) => kept.filter((_, at) => at !== 1));
    const { leila, view, notes } = await world.seenByLeila();
    expect(notes).toEqual(["one"]);
    expect(view).toMatchObject({ events: 1, gaps: 1 });
    const page = await leila.vault.timeline(world.room, { limit: 10 });
    expect(page).toMatchObject({
      entries: [{ is: "event" }, { is: "after-gap", event: { payload: { text: "three" } } }],
    });
  });

  it("hands in later what it dropped closes the gap", async () => {
    await world.threeNotes();
    const [, dropped] = world.items;
    world.replaceItems((kept) => kept.filter((_, at) => at !== 1));
    const { leila } = await world.seenByLeila();
    if (dropped) world.double.append(world.room, "item", dropped.bytes);
    await roomOf(leila, world.room, ({ events }) => events === 3);
    expect(await notesIn(leila, world.room)).toEqual(["one", "two", "three"]);
    expect((await leila.vault.rooms())[0]).toMatchObject({ gaps: 0, damaged: 0 });
  });

  it("withholds the newest is found out by the next item that crosses", async () => {
    const { store } = await world.threeNotes();
    world.double.hideFrom(world.accountOf("leila"), world.items[2]?.bytes ?? new Uint8Array());
    const { leila, view, notes } = await world.seenByLeila();
    expect(notes).toEqual(["one", "two"]);
    expect(view?.gaps).toBe(0);
    const ingrid = await world.open("ingrid", store);
    await ingrid.vault.write(world.room, note("four"));
    const later = await roomOf(leila, world.room, ({ gaps }) => gaps > 0);
    expect(later.events).toBe(2);
  });

  it("shows each of the two another log is found out by the first item that crosses", async () => {
    const { store } = await world.threeNotes();
    for (const { bytes } of world.items) world.double.hideFrom(world.accountOf("leila"), bytes);
    const { leila } = await world.seenByLeila();
    await leila.vault.write(world.room, note("from the other branch"));
    const ingrid = await world.open("ingrid", store);
    await roomOf(ingrid, world.room, ({ events }) => events === 4);
    await ingrid.vault.write(world.room, note("what did you say to my three notes?"));
    const view = await roomOf(leila, world.room, ({ gaps }) => gaps > 0);
    expect(view.events).toBe(1);
  });

  it.each([
    ["truncates an item", (bytes: Uint8Array) => bytes.slice(0, -1)],
    ["lengthens an item", (bytes: Uint8Array) => Uint8Array.from([...bytes, 0])],
    ["empties an item", () => new Uint8Array()],
  ])("%s shows it as damaged, and the rest stays readable", async (_, change) => {
    await world.threeNotes();
    world.replaceItems((kept) =>
      kept.map((entry, at) => (at === 2 ? { ...entry, bytes: change(entry.bytes) } : entry)),
    );
    const { leila, view, notes } = await world.seenByLeila();
    expect(notes).toEqual(["one", "two"]);
    expect(view).toMatchObject({ events: 2, damaged: 1 });
    expect(await leila.vault.timeline(world.room, { limit: 1 })).toMatchObject({ entries: [{ is: "damaged" }] });
  });

  it("flips any byte of an item: accepted 0", async () => {
    await world.threeNotes();
    const last = world.items[2]?.bytes ?? new Uint8Array();
    const bent = Array.from(last, (_, at) => flipped(last, at));
    world.replaceItems((kept) => [
      ...kept.slice(0, 2),
      ...bent.map((bytes): Kept => ({ number: 0, kind: "item", bytes })),
    ]);
    const { leila, view, notes } = await world.seenByLeila();
    expect(bent.length).toBeGreaterThan(300);
    expect(notes).toEqual(["one", "two"]);
    expect(view?.events).toBe(2);
    // A bent device id names nobody's device: nothing of it is shown, it may wait for a bundle that will never come.
    expect((view?.damaged ?? 0) + (view?.gaps ?? 0)).toBe(bent.length);
    const page = await leila.vault.timeline(world.room, { limit: 200 });
    expect(page).not.toMatchObject({ entries: expect.arrayContaining([expect.objectContaining({ is: "after-gap" })]) });
  });

  it("calls an item an epoch, a cut or a readmit moves nothing", async () => {
    await world.threeNotes();
    world.replaceItems((kept) =>
      kept.flatMap((entry) => (["epoch", "cut", "readmit"] as const).map((kind) => ({ ...entry, kind }))),
    );
    const { view } = await world.seenByLeila();
    expect(view?.events).toBeLessThanOrEqual(3);
    expect(view?.condition).toEqual({ is: "ready" });
  });

  it("moves items into another room: none of them is accepted there", async () => {
    await world.threeNotes();
    const other = LogId.parse(freshUuid());
    const leila = await world.open("leila");
    world.double.openRoom(other, [world.accountOf("leila"), world.accountOf("ingrid")]);
    for (const { bytes } of world.items) world.double.append(other, "item", bytes);
    const view = await roomOf(leila, other, ({ damaged }) => damaged === 3);
    expect(view.events).toBe(0);
    expect(await notesIn(leila, other)).toEqual([]);
  });

  it("splices items of one's own log into a room: none is accepted", async () => {
    const leila = await world.open("leila");
    const own = world.double.logs.get(await world.ownLogOf(leila))?.entries ?? [];
    const moved = own.filter(({ kind }) => kind === "item");
    for (const { bytes } of moved) world.double.append(world.room, "item", bytes);
    expect(moved.length).toBeGreaterThan(0);
    const view = await roomOf(leila, world.room, ({ damaged }) => damaged === moved.length);
    expect(view.events).toBe(0);
  });

  it("shows nonsense over the live stream that its pages do not have is not believed, and stopped", async () => {
    const { leila } = await world.seenByLeila();
    for (const [at, bytes] of [new Uint8Array(), crypto.getRandomValues(new Uint8Array(500))].entries()) {
      world.double.show(world.room, { number: world.entries.length + 1 + at, kind: "item", bytes });
    }
    const view = await roomOf(leila, world.room, ({ damaged }) => damaged > 0);
    expect(view.events).toBe(0);
    await leila.refresh();
    expect((await leila.vault.rooms())[0]?.condition).toEqual({ is: "stopped", because: "shrunk" });
  });
});
