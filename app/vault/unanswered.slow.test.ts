import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { note, notesIn, passphrase, roomOf, type TestDevice } from "./testing/people.ts";
import { World } from "./testing/world.ts";
import type { RoomView } from "./vault.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

/** The next question of this kind that somebody asks about keys or entries stays without an answer; the stream stands. */
function loseNext(operation: string, device: TestDevice): () => boolean {
  let isLost = false;
  world.double.hook = async (asked, honest) => {
    if (isLost || asked.operation !== operation || asked.by !== device.account) return honest();
    isLost = true;
    return { kind: "offline" };
  };
  return () => isLost;
}

it.each(["readWraps", "readBundles", "readEntries", "listLogs"])(
  "where %s stays without an answer while the stream stands, it is asked again after a while",
  async (operation) => {
    const leila = await world.open("leila");
    await leila.refresh();
    const isLost = loseNext(operation, leila);
    // A new device of Ingrid: another bundle, another epoch, another key.
    const tablet = await world.openNew("ingrid");
    await tablet.vault.unlock({ passphrase });
    await tablet.refresh();
    await tablet.vault.write(world.room, note("From my tablet."));
    await roomOf(tablet, world.room, ({ waiting, events }) => waiting === 0 && events === 1);
    await expect.poll(isLost).toBe(true);
    await expect
      .poll(async () => {
        leila.pass(60_000);
        return notesIn(leila, world.room);
      })
      .toEqual(["From my tablet."]);
    await roomOf(leila, world.room, ({ condition, gaps }) => condition.is === "ready" && gaps === 0);
  },
);

it("what a new device holds before its key has come is being opened, and not damaged", async () => {
  await world.threeNotes();
  const keys = Promise.withResolvers<void>();
  world.double.hook = async (asked, honest) => {
    if (asked.operation === "readWraps" && asked.input.params?.["logId"] === world.room) await keys.promise;
    return honest();
  };
  const tablet = await world.openNew("leila");
  await tablet.vault.unlock({ passphrase });
  const seen: RoomView[] = [];
  await roomOf(tablet, world.room, () => true);
  await tablet.vault.watchRoom(world.room, (view) => void seen.push(view));
  keys.resolve();
  await roomOf(tablet, world.room, ({ condition, events }) => condition.is === "ready" && events === 3);
  expect(seen.map(({ damaged }) => damaged)).toEqual(seen.map(() => 0));
  expect(seen.at(-1)?.opening).toBe(0);
  expect(await notesIn(tablet, world.room)).toEqual(["one", "two", "three"]);
});

it("while a key stays without an answer its items count as being opened, and the timeline calls none damaged", async () => {
  await world.threeNotes();
  world.double.hook = async (asked, honest) =>
    asked.operation === "readWraps" && asked.input.params?.["logId"] === world.room ? { kind: "offline" } : honest();
  const tablet = await world.openNew("leila");
  await tablet.vault.unlock({ passphrase });
  const isRead = ({ condition, opening }: RoomView) => condition.is !== "reading" && opening === 3;
  const view = await roomOf(tablet, world.room, isRead);
  expect(view).toMatchObject({ condition: { is: "waiting-for-keys" }, damaged: 0, events: 0 });
  const page = await tablet.vault.timeline(world.room, { limit: 50 });
  expect(page).toMatchObject({ entries: [] });
  world.double.hook = (_, honest) => honest();
  await tablet.refresh();
  await roomOf(tablet, world.room, ({ condition, events, opening }) => {
    return condition.is === "ready" && events === 3 && opening === 0;
  });
});
