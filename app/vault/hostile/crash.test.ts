import { readItem } from "@oakroom/crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { MemoryStore } from "../memory-store.ts";
import type { Change, Key, TableName, VaultStore } from "../store.ts";
import { note, notesIn, openDevice, roomOf } from "../testing/people.ts";
import { copyStore, settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 30_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

/** A device whose power fails before its nth write: that write and all later ones do not happen. */
class FailingStore implements VaultStore {
  readonly #disk: MemoryStore;
  #left: number;
  isDead = false;

  constructor(disk: MemoryStore, writes: number) {
    this.#disk = disk;
    this.#left = writes;
  }

  get<Name extends TableName>(table: Name, key: Key) {
    return this.#disk.get(table, key);
  }

  list<Name extends TableName>(table: Name, scope: string) {
    return this.#disk.list(table, scope);
  }

  scopes(table: TableName) {
    return this.#disk.scopes(table);
  }

  commit(changes: ReadonlyArray<Change>): Promise<"done" | "taken"> {
    if (this.#left === 0) {
      this.isDead = true;
      // Nothing comes back from a device without power.
      return new Promise(() => undefined);
    }
    this.#left -= 1;
    return this.#disk.commit(changes);
  }
}

/** Every (device, seq) of a log with the bytes that were ever sent for it. */
function placesSent(): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const { operation, input } of world.double.asked) {
    const item = operation === "appendEntry" && input.body ? readItem(input.body) : undefined;
    if (typeof item !== "object") continue;
    const place =
      [item.header.log, item.header.device].map((bytes) => Buffer.from(bytes).toString("hex")).join() + item.header.seq;
    places.set(place, (places.get(place) ?? new Set()).add(Buffer.from(input.body ?? []).toString("hex")));
  }
  return places;
}

it("C21: wherever the power fails, what was confirmed arrives once, and no place of a chain is sealed twice", async () => {
  const texts = ["one", "two", "three"];
  let writes = 0;
  for (let isWhole = false; !isWhole; writes += 1) {
    world.end();
    world = await World.make();
    const resting = await world.open("leila");
    await resting.refresh();
    await settled(resting);
    resting.close();
    const disk = await copyStore(resting.store);
    const failing = new FailingStore(disk, writes);
    const first = await openDevice(world.double, resting.account, failing);
    const confirmed: string[] = [];
    const writing = (async () => {
      for (const text of texts) {
        if (typeof (await first.vault.write(world.room, note(text))) === "object") confirmed.push(text);
      }
    })();
    const done = writing.then(() => settledOn(disk));
    await Promise.race([done, untilDead(failing)]);
    first.close();

    const again = await world.open("leila", disk);
    await again.refresh();
    await again.vault.write(world.room, note("after"));
    await settled(again);
    await again.refresh();
    const notes = await notesIn(again, world.room);
    expect(notes.at(-1)).toBe("after");
    expect(new Set(notes).size).toBe(notes.length);
    for (const text of confirmed) expect(notes).toContain(text);
    const view = await roomOf(again, world.room, ({ waiting }) => waiting === 0);
    expect(view).toMatchObject({ condition: { is: "ready" }, damaged: 0, gaps: 0 });
    for (const bytes of placesSent().values()) expect(bytes.size).toBe(1);
    isWhole = !failing.isDead;
  }
  expect(writes).toBeGreaterThan(10);
});

async function settledOn(store: MemoryStore): Promise<void> {
  await settled({ store });
}

async function untilDead(store: FailingStore): Promise<void> {
  while (!store.isDead) await new Promise((resolve) => setImmediate(resolve));
}
