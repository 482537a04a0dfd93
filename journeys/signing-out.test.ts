import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endBrowser } from "./kit/browser.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";

describe("signing out on a machine that others use", () => {
  let two: TwoWithARoom;

  beforeAll(async () => {
    two = await twoWithARoom();
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("closes the rooms too: whoever comes next needs the passphrase", async () => {
    const leila = await opensRooms(two.oakroom, two.leila, two.room);
    await leila.page.getByLabel(/^Menu of /).click();
    await leila.presses("Sign out");
    await leila.page.getByLabel("Your e-mail address").waitFor();
    await leila.signsIn();
    await leila.visits(`/rooms/${two.room}`);
    await leila.sees("Unlock your rooms");
    await leila.field("Passphrase").waitFor();
    await leila.leaves();
  });

  it("everywhere, for a lost phone: it locks by itself, and shows nothing to whoever finds it", async () => {
    const lost = await opensRooms(two.oakroom, two.leila, two.room, { device: "phone" });
    const leila = await opensRooms(two.oakroom, two.leila, two.room);
    await leila.visits("/settings");
    await leila.presses("Sign out everywhere");
    await leila.reads("Sign out everywhere?");
    await leila.presses("Sign out on every browser");
    for (const { page } of [leila, lost]) await page.getByLabel("Your e-mail address").waitFor();
    await expect.poll(() => unlockedOn(lost.page), { timeout: 20_000 }).toEqual([0, 0]);
    await lost.signsIn();
    await lost.visits(`/rooms/${two.room}`);
    await lost.sees("Unlock your rooms");
    await lost.leaves();
    await leila.leaves();
  });
});

/** How many keys lie open in a browser's store: those of the device, and those of epochs. */
function unlockedOn(page: Page): Promise<ReadonlyArray<number>> {
  return page.evaluate(async () => {
    const counts: number[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const asked = indexedDB.open(name);
      const db = await new Promise<IDBDatabase>((resolve) => {
        asked.addEventListener("success", () => resolve(asked.result));
      });
      for (const store of ["unlocked", "epochKey"]) {
        if (!db.objectStoreNames.contains(store)) continue;
        const count = db.transaction(store).objectStore(store).count();
        counts.push(
          await new Promise<number>((resolve) => {
            count.addEventListener("success", () => resolve(count.result));
          }),
        );
      }
      db.close();
    }
    return counts;
  });
}
