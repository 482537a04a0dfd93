import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { note, notesIn, passphrase, roomOf, type TestDevice } from "./testing/people.ts";
import { World } from "./testing/world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

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
