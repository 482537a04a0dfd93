import { decode, encode } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { passphrase } from "../testing/people.ts";
import { World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

type Value = Parameters<typeof encode>[0];

function isList(value: Value | undefined): value is ReadonlyArray<Value> {
  return Array.isArray(value);
}

function fieldsOf(slot: Uint8Array): ReadonlyArray<Value> {
  const fields = decode(slot);
  return isList(fields) ? fields : [];
}

describe("C04: the server puts worthless slots before Leila's own", () => {
  it.each([
    ["three, and she comes in", 3, undefined],
    ["twenty, and her device does not work through all of them", 20, "wrong-secret"],
  ])("%s", async (_, count, answer) => {
    const { hook } = world.double;
    world.double.hook = async (asked, honest) => {
      const reply = await honest();
      if (asked.operation !== "readMyKeys" || reply.kind !== "done") return reply;
      const keys = world.double.keys.get(asked.by);
      const slots = [...(keys?.slots.values() ?? [])];
      const own = slots.map(fieldsOf).find(([, , , type]) => type === 1);
      if (!keys || !own) throw new Error("no slot");
      const worthless = encode([...own.slice(0, -1), new Uint8Array(48)]);
      const shown = [...Array.from({ length: count }, () => worthless), ...slots];
      return { kind: "done", value: encode([keys.bundles.at(-1) ?? worthless, keys.ring, shown]) };
    };
    const tablet = await world.openNew("leila");
    expect(await tablet.vault.unlock({ passphrase })).toBe(answer);
    world.double.hook = hook;
  });
});
