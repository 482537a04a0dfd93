import { generateKeyPairSync, sign } from "node:crypto";
import { decode, encode, makeDeviceKeys, verifyBundle } from "@oakroom/crypto";
import * as z from "zod/mini";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { uuidBytes } from "../../values/id.ts";
import { freshUuid, note, notesIn, passphrase, roomOf } from "../testing/people.ts";
import { copyStore, settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const Bytes = z.instanceof(Uint8Array);
let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

/** The next version of a list, with one device more, signed by whoever runs the server. */
async function withGhost(newest: Uint8Array): Promise<Uint8Array> {
  const bundle = await verifyBundle(newest);
  if (typeof bundle === "string") throw new Error(bundle);
  const [body] = z.tuple([Bytes, Bytes]).parse(decode(newest));
  const fields = z.array(z.unknown()).parse(decode(body));
  const devices = z.array(z.tuple([Bytes, Bytes, z.number(), z.number()])).parse(fields[7]);
  const ghost: [Uint8Array, Uint8Array, number, number] = [
    uuidBytes(freshUuid()),
    (await makeDeviceKeys()).dskPublic,
    0,
    0,
  ];
  const next = encode([
    1,
    bundle.user,
    bundle.version + 1,
    bundle.hash,
    bundle.isk,
    bundle.iekVersion,
    bundle.iek,
    [...devices, ghost],
  ]);
  const { privateKey } = generateKeyPairSync("ed25519");
  return encode([
    next,
    new Uint8Array(sign(null, Buffer.concat([Buffer.from("oakroom/bundle/v1\0"), next]), privateKey)),
  ]);
}

describe("C07, C09: the server adds a device to Ingrid's list that her identity did not sign", () => {
  it("and Leila's client stops, and seals nothing for it", async () => {
    const leila = await world.open("leila");
    await leila.refresh();
    await settled(leila);
    const keys = world.double.keys.get(world.accountOf("ingrid"));
    keys?.bundles.push(await withGhost(keys.bundles.at(-1) ?? new Uint8Array()));
    const before = world.entries.length;
    world.double.tellFact("keys", world.accountOf("ingrid"));
    const view = await roomOf(leila, world.room, ({ condition }) => condition.is === "stopped");
    expect(view.condition).toEqual({ is: "stopped", because: "keys-changed" });
    expect(await leila.vault.write(world.room, note("for nobody's device"))).toBe("stopped");
    await leila.refresh();
    expect(world.entries).toHaveLength(before);
  });
});

describe("C17: the server gives each of the two the other's wraps", () => {
  it("which open nothing for either, and both go on under an epoch that they announce anew", async () => {
    await world.threeNotes();
    const log = world.double.logs.get(world.room);
    const [leila, ingrid] = [world.accountOf("leila"), world.accountOf("ingrid")];
    const swapped = [...(log?.wraps ?? [])].map(([key, wrap]): [string, Uint8Array] => [
      key.endsWith(leila) ? key.replace(leila, ingrid) : key.replace(ingrid, leila),
      wrap,
    ]);
    if (log) log.wraps = new Map(swapped);
    const epochs = () => world.entries.filter(({ kind }) => kind === "epoch").length;
    const before = epochs();
    const [hers, theirs] = [await world.openNew("leila"), await world.openNew("ingrid")];
    for (const device of [hers, theirs]) expect(await device.vault.unlock({ passphrase })).toBeUndefined();
    await vi.waitFor(() => expect(epochs()).toBeGreaterThan(before), 20_000);
    for (const device of [hers, theirs]) await roomOf(device, world.room, ({ condition }) => condition.is === "ready");
    await hers.vault.write(world.room, note("sealed to both of us"));
    await settled(hers);
    await theirs.refresh();
    expect(await notesIn(theirs, world.room)).toEqual(["sealed to both of us"]);
    expect(await notesIn(hers, world.room)).toEqual(["sealed to both of us"]);
  });
});

describe("C21: two copies of one profile write at once, as two tabs without a common lock would", () => {
  it("and the second is told of the fork: its words stay on it, and no place of the chain is taken twice", async () => {
    const first = await world.open("leila");
    await roomOf(first, world.room, ({ condition }) => condition.is === "ready");
    await settled(first);
    const second = await world.open("leila", await copyStore(first.store));
    await roomOf(second, world.room, ({ condition }) => condition.is === "ready");
    const { hook } = world.double;
    // The copies do not hear of each other before both have sealed.
    world.double.hook = async (asked, honest) => (asked.operation === "appendEntry" ? { kind: "offline" } : honest());
    await first.vault.write(world.room, note("from the first"));
    await second.vault.write(world.room, note("from the second"));
    await vi.waitFor(async () => {
      for (const { store } of [first, second]) {
        const waiting = await store.list("outbox", world.room);
        expect(waiting.some(({ value }) => value.item !== undefined)).toBe(true);
      }
    }, 20_000);
    world.double.hook = hook;
    first.pass(60_000);
    await roomOf(first, world.room, ({ waiting, events }) => waiting === 0 && events === 1);
    second.pass(60_000);
    const view = await roomOf(second, world.room, ({ condition }) => condition.is === "stopped");
    expect(view.condition).toEqual({ is: "stopped", because: "forked" });
    expect(await notesIn(first, world.room)).toEqual(["from the first"]);
    expect(await notesIn(second, world.room)).toContain("from the second");
    expect(world.items).toHaveLength(1);
    const ingrid = await world.open("ingrid");
    await roomOf(ingrid, world.room, ({ events, damaged }) => events === 1 && damaged === 0);
  });
});
