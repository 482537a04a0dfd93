import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ItemId } from "../values/id.ts";
import { freshUuid, passphrase, type TestDevice } from "./testing/people.ts";
import { World } from "./testing/world.ts";

const page = ItemId.parse(freshUuid());
const typed = { visit: 7, update: "d29yZHMtdGhhdC1ub2JvZHktc2Vlcw" };
let world: World;
let leila: TestDevice;
beforeEach(async () => {
  world = await World.make();
  leila = await world.open("leila");
});
afterEach(() => world.end());

/** Leila's browser is closed, and opened again. */
async function opensAgain(): Promise<void> {
  leila.close();
  leila = await world.open("leila", leila.store);
}

describe("P60: what Leila had just typed on a page", () => {
  it("is on her device when she opens it again, until it is dropped", async () => {
    expect(await leila.vault.pageDrafts(page, typed)).toEqual([]);
    await leila.vault.pageDrafts(page, { visit: 8, update: "bW9yZQ" });
    await opensAgain();
    expect(await leila.vault.pageDrafts(page)).toEqual([typed, { visit: 8, update: "bW9yZQ" }]);
    expect(await leila.vault.pageDrafts(ItemId.parse(freshUuid()))).toEqual([]);
    await leila.vault.pageDrafts(page, { visit: 7, update: undefined });
    expect((await leila.vault.pageDrafts(page)).map(({ visit }) => visit)).toEqual([8]);
  });

  it("lies there sealed, and nobody reads it while her rooms are locked", async () => {
    await leila.vault.pageDrafts(page, typed);
    const [row] = await leila.store.list("draft", page);
    expect(Buffer.from(row?.value ?? []).includes(typed.update)).toBe(false);
    await leila.vault.lock();
    expect(await leila.vault.pageDrafts(page)).toEqual([]);
    expect(await leila.vault.pageDrafts(page, { ...typed, visit: 9 })).toEqual([]);
    expect(await leila.vault.unlock({ passphrase })).toBeUndefined();
    expect(await leila.vault.pageDrafts(page)).toEqual([typed]);
  });
});
