import {
  id,
  importIdentity,
  makeCut,
  makeNextBundle,
  nextPlace,
  openRing,
  openSlot,
  verifyBundle,
} from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inForce } from "../../features/room/agreement/rules.ts";
import { AgreementSigned } from "../../features/room/agreement/schema.ts";
import { eventOf } from "../../features/room/state/schema.ts";
import { uuidBytes } from "../../values/id.ts";
import { forger } from "../testing/forging.ts";
import { type TestDevice, freshUuid, note, notesIn, passphrase, roomOf } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let leila: TestDevice;
let ingrid: TestDevice;
beforeEach(async () => {
  world = await World.make();
  [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
  for (const device of [leila, ingrid]) {
    await device.refresh();
    await settled(device);
  }
});
afterEach(() => world.end());

async function takes(): Promise<void> {
  await leila.refresh();
  await settled(leila);
}

async function says(text: string): Promise<void> {
  await ingrid.vault.write(world.room, note(text));
  await roomOf(ingrid, world.room, ({ waiting }) => waiting === 0);
  await takes();
}

/** Ingrid retires the device that she wrote with, and cuts its chain before its first record. */
async function retirement() {
  ingrid.close();
  const keys = world.double.keys.get(ingrid.account);
  const kept = await ingrid.store.get("account", ["", 0]);
  if (!keys || !kept) throw new Error("no keys");
  const user = id("user", uuidBytes(ingrid.account));
  const device = id("device", uuidBytes(kept.device));
  const { log } = await forger(ingrid, world.room);
  const lastHash = nextPlace(log, user, id("device", uuidBytes(freshUuid()))).previous;
  const made: Array<{ readonly bundle: Uint8Array; readonly cut: Uint8Array }> = [];
  for (const slot of keys.slots.values())
    await openSlot(slot, user, { type: "passphrase", passphrase }, (amk) =>
      openRing(amk, keys.ring, user, async (_, secrets) => {
        const { isk } = await importIdentity(secrets);
        const newest = await verifyBundle(keys.bundles.at(-1) ?? new Uint8Array());
        if (typeof newest === "string") throw new Error(newest);
        const cut = await makeCut(isk, { log: id("log", uuidBytes(world.room)), user, device, lastSeq: 0, lastHash });
        made.push({ bundle: (await makeNextBundle(isk, newest, { retire: [device] })).bytes, cut: cut.bytes });
      }),
    );
  const [first] = made;
  if (!first) throw new Error("not opened");
  return { keys, ...first };
}

describe("C25: Ingrid retires her device and says that nothing which it wrote counts", () => {
  it("and what Leila had read stays where it was, marked as taken back, and can be proven", async () => {
    await says("If you tell anybody, your career is over.");
    const identity = await ingrid.vault.identity();
    const { keys, bundle, cut } = await retirement();
    keys.bundles.push(bundle);
    world.double.append(world.room, "cut", cut);
    await takes();
    for (const device of [leila, await world.open("leila", leila.store)]) {
      const page = await device.vault.timeline(world.room, { limit: 5 });
      const [entry] = page === "no-such-room" ? [] : page.entries;
      if (entry?.is !== "taken-back") throw new Error(`not there: ${entry?.is}`);
      expect(entry.event.payload).toEqual({ text: "If you tell anybody, your career is over." });
      expect((await device.vault.rooms())[0]?.state.notes.last).toBeUndefined();
      const proof = await device.vault.proveItem(world.room, entry.event.hash);
      if (typeof proof === "string") throw new Error(proof);
      expect(await device.vault.readProof(proof, identity)).toMatchObject({
        result: "authentic",
        payload: { text: "If you tell anybody, your career is over." },
      });
      device.close();
    }
  });

  it("C30: and the agreement that both had signed stays in force", async () => {
    const text = "We meet every two weeks, and what is said stays here.";
    const toSign = { agreementId: freshUuid(), version: 1, text };
    for (const device of [leila, ingrid]) {
      const signed = await device.vault.signTexts(world.room, [toSign], { passphrase });
      const [signature] = typeof signed === "string" ? [] : signed;
      await device.vault.write(world.room, eventOf(AgreementSigned, { ...toSign, signature: signature ?? "" }));
    }
    await roomOf(leila, world.room, ({ events, waiting }) => events === 2 && waiting === 0);
    await roomOf(ingrid, world.room, ({ events, waiting }) => events === 2 && waiting === 0);
    const both = [leila.account, ingrid.account];
    const { keys, bundle, cut } = await retirement();
    keys.bundles.push(bundle);
    world.double.append(world.room, "cut", cut);
    await takes();
    leila.close();
    const again = await world.open("leila", leila.store);
    const [view] = await again.vault.rooms();
    expect(view && inForce(view.state.agreement, both)?.text).toBe(text);
    again.close();
    // Her tablet reads the cut before it reads what stands behind it, and comes to the same.
    const tablet = await world.openNew("leila");
    await tablet.vault.unlock({ passphrase });
    const seen = await roomOf(
      tablet,
      world.room,
      ({ condition, state }) => condition.is === "ready" && inForce(state.agreement, both) !== undefined,
    );
    expect(inForce(seen.state.agreement, both)?.text).toBe(text);
    tablet.close();
    const later = await world.open("leila", tablet.store);
    expect((await later.vault.rooms())[0]?.state.agreement).toEqual(seen.state.agreement);
  });

  it("and the server hands out the cut before the bundle that retires: Leila's device takes it once it can", async () => {
    await says("one");
    const { keys, bundle, cut } = await retirement();
    world.double.append(world.room, "cut", cut);
    await takes();
    expect(await notesIn(leila, world.room)).toEqual(["one"]);
    leila.close();
    leila = await world.open("leila", leila.store);
    keys.bundles.push(bundle);
    await takes();
    expect(await leila.vault.timeline(world.room, { limit: 5 })).toMatchObject({ entries: [{ is: "taken-back" }] });
  });
});
