import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { EndingPlanned } from "../features/room/ending/schema.ts";
import { eventOf } from "../features/room/state/schema.ts";
import { note, notesIn, roomOf, type TestDevice } from "./testing/people.ts";
import { World } from "./testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let leila: TestDevice;
let ingrid: TestDevice;
const said: string[] = [];
beforeAll(async () => {
  world = await World.make();
  [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
  // Leila has left, and her device has not heard of it.
  world.double.hook = async ({ operation, input }, honest) => {
    if (operation !== "appendEntry" || input.params?.["logId"] !== world.room) return honest();
    const ending = input.query?.["ending"] ?? "no";
    said.push(ending);
    return ending === "yes" ? honest() : { kind: "refused", refused: "resting" };
  };
});
afterAll(() => world.end());

it("P104: what was written before a device heard that the room rests goes along, and then words of an ending alone", async () => {
  await leila.vault.write(world.room, note("On my last day."));
  await roomOf(ingrid, world.room, ({ events }) => events === 1);
  expect(said).toEqual(["no", "yes"]);
  expect(await leila.vault.write(world.room, note("And another thing."))).toBe("resting");
  expect(await leila.vault.write(world.room, eventOf(EndingPlanned, { on: null }))).toHaveProperty("id");
  await roomOf(ingrid, world.room, ({ events }) => events === 2);
  expect(await notesIn(ingrid, world.room)).toEqual(["On my last day."]);
});
