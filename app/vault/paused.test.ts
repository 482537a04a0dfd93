import { expect, it, vi } from "vitest";
import { note, notesIn, roomOf } from "./testing/people.ts";
import { World } from "./testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

it("P112: what was written before a device heard of the pause waits on it, and goes out once the pair goes on", async () => {
  const world = await World.make();
  const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
  let isPaused = true;
  let asked = 0;
  world.double.hook = async ({ operation, input }, honest) => {
    if (!isPaused || operation !== "appendEntry" || input.params?.["logId"] !== world.room) return honest();
    asked += 1;
    return { kind: "refused", refused: "paused" };
  };
  await leila.vault.write(world.room, note("Before I heard of it."));
  await vi.waitFor(() => expect(asked).toBe(1));
  // It says so itself from now on, and asks the server no more.
  await vi.waitFor(async () => expect(await leila.vault.write(world.room, note("Later."))).toBe("paused"));
  await roomOf(leila, world.room, ({ waiting }) => waiting === 1);
  isPaused = false;
  await leila.refresh();
  await roomOf(ingrid, world.room, ({ events }) => events === 1);
  expect(await notesIn(ingrid, world.room)).toEqual(["Before I heard of it."]);
  expect(asked).toBe(1);
  world.end();
});
