import { readItem } from "@oakroom/crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { note, roomOf } from "../testing/people.ts";
import { World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

it("C22: nothing that Leila writes is in any request, in any form", async () => {
  const leila = await world.open("leila");
  const text = "Quince marmalade at dawn";
  await leila.vault.write(world.room, note(text));
  await roomOf(leila, world.room, ({ events, waiting }) => events === 1 && waiting === 0);
  const traffic: Buffer = Buffer.concat(
    world.double.asked.flatMap(({ input, operation }) => [
      Buffer.from(operation),
      Buffer.from(JSON.stringify(input)),
      Buffer.from(input.body ?? []),
    ]),
  );
  const forms = [
    text,
    Buffer.from(text).toString("hex"),
    Buffer.from(text).toString("base64").slice(0, -4),
    "notes.written",
  ];
  for (const form of forms) expect(traffic.indexOf(form)).toBe(-1);
  const sizes = world.items.map(({ bytes }) => {
    const item = readItem(bytes);
    return typeof item === "string" ? 0 : item.ct.length - 28;
  });
  const buckets = new Set([64, 256, 1024, 4096, 16_384]);
  for (const size of sizes) expect(buckets.has(size)).toBe(true);
});
