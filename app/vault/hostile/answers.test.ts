import { utf8 } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome } from "../testing/records.ts";
import { note, notesIn, statusOf } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

describe("C09: once, an answer to Leila's question for keys is wrong", () => {
  it.each<[string, Outcome]>([
    ["the sign-in page of a hotel", { kind: "done", value: utf8("<html>Sign in to the Wi-Fi</html>") }],
    ["not found", { kind: "not-found" }],
    ["more than anybody can read", { kind: "done", value: new Uint8Array(1000).fill(0x9b) }],
    ["no bundles at all", { kind: "done", value: new Uint8Array([0x80]) }],
  ])("(%s), and once it is right again her room goes on", async (_, wrong) => {
    await world.threeNotes();
    const { leila } = await world.seenByLeila();
    const { hook } = world.double;
    world.double.hook = async (asked, honest) => (asked.operation === "readBundles" ? wrong : honest());
    await leila.refresh();
    world.double.hook = hook;
    await leila.refresh();
    await settled(leila);
    leila.close();
    const again = await world.open("leila", leila.store);
    await again.refresh();
    expect((await again.vault.rooms())[0]?.condition).toEqual({ is: "ready" });
    expect(await statusOf(again, "unlocked")).toMatchObject({ is: "unlocked" });
    expect(typeof (await again.vault.write(world.room, note("four")))).toBe("object");
    expect(await notesIn(again, world.room)).toEqual(["one", "two", "three", "four"]);
  });
});

describe("C27: while a room is stopped for something that may pass,", () => {
  it("something graver is not passed over: it stays when the server has everything again", async () => {
    await world.threeNotes();
    const { leila } = await world.seenByLeila();
    const all = world.items;
    world.replaceItems((kept) => kept.slice(0, 1));
    await leila.refresh();
    expect((await leila.vault.rooms())[0]?.condition).toEqual({ is: "stopped", because: "shrunk" });
    const keys = world.double.keys.get(world.accountOf("ingrid"));
    const hers = keys?.bundles ?? [];
    if (keys) keys.bundles = world.double.keys.get(world.accountOf("leila"))?.bundles ?? [];
    await leila.refresh();
    if (keys) keys.bundles = hers;
    world.replaceItems(() => all);
    await leila.refresh();
    expect((await leila.vault.rooms())[0]?.condition).toEqual({ is: "stopped", because: "keys-changed" });
  });
});
