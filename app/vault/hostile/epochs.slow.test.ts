import { announceEpoch, epochPlan, id, makeDeviceKeys, nextPlace, restoreLog } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AccountId, LogId, uuidBytes } from "../../values/id.ts";
import { enrolled, freshUuid, note, notesIn, passphrase, roomOf, type TestDevice } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

const epochs = () => world.entries.filter(({ kind }) => kind === "epoch");

/** What somebody's device knows of the room. */
async function verifierOf({ store }: TestDevice) {
  const record = await store.get("log", [world.room, 0]);
  const packs = (await store.list("verified", world.room)).flatMap(({ value }) => value);
  const log = record?.saved && (await restoreLog(record.saved, packs));
  const kept = await store.get("account", ["", 0]);
  if (!log || !kept) throw new Error("not verified");
  return { log, kept };
}

describe("C17: a server", () => {
  it("cannot add a member: a room with three is nobody's room", async () => {
    const mallory = AccountId.parse(freshUuid());
    const room = LogId.parse(freshUuid());
    const leila = await world.open("leila");
    world.double.openRoom(room, [leila.account, world.accountOf("ingrid")]);
    world.double.logs.get(room)?.members.push(mallory);
    await leila.refresh();
    expect((await leila.vault.rooms()).map((view) => view.room)).toEqual([world.room]);
  });

  it("cannot exchange a member of a room that is known: who is in it was settled when it opened", async () => {
    const mallory = await enrolled(world.double);
    const leila = await world.open("leila");
    await leila.refresh();
    const log = world.double.logs.get(world.room);
    log?.members.splice(0, 2, leila.account, mallory.account);
    await leila.refresh();
    await leila.vault.write(world.room, note("for Ingrid"));
    await settled(leila);
    const [view] = await leila.vault.rooms();
    expect(view?.other).toBe(world.accountOf("ingrid"));
    await mallory.refresh();
    await mallory.refresh();
    expect(JSON.stringify(await mallory.vault.rooms())).not.toContain("for Ingrid");
    expect((await mallory.vault.rooms())[0]?.events ?? 0).toBe(0);
    mallory.close();
  });

  it("cannot exchange a member for a device that joins: with whom a room is stands in its own log", async () => {
    await world.threeNotes();
    const mallory = await enrolled(world.double);
    mallory.close();
    const log = world.double.logs.get(world.room);
    log?.members.splice(0, 2, world.accountOf("leila"), mallory.account);
    const tablet = await world.openNew("leila");
    await tablet.vault.unlock({ passphrase });
    await tablet.refresh();
    const [view] = await tablet.vault.rooms();
    expect(view?.other).toBe(world.accountOf("ingrid"));
    expect(await notesIn(tablet, world.room)).toEqual(["one", "two", "three"]);
  });

  it("cannot announce an epoch: no device of the two has signed it", async () => {
    const leila = await world.open("leila");
    await leila.refresh();
    const { log, kept } = await verifierOf(leila);
    const { dsk } = await makeDeviceKeys();
    const device = id("device", uuidBytes(kept.device));
    const user = id("user", uuidBytes(leila.account));
    const { epoch, wraps } = await announceEpoch(dsk, user, nextPlace(log, user, device), epochPlan(log));
    const kept2 = world.double.logs.get(world.room);
    for (const wrap of wraps) kept2?.wraps.set(`3 ${freshUuid()}`, wrap.bytes);
    world.double.append(world.room, "epoch", epoch.bytes);
    const view = await roomOf(leila, world.room, ({ damaged }) => damaged === 1);
    expect(view.condition).toEqual({ is: "ready" });
    await leila.vault.write(world.room, note("under the true epoch"));
    const ingrid = await world.open("ingrid");
    await roomOf(ingrid, world.room, ({ events }) => events === 1);
    expect(await notesIn(ingrid, world.room)).toEqual(["under the true epoch"]);
  });

  it("cannot hand out a key of its own: a wrap that does not match the epoch's commitment is refused, and a new epoch follows", async () => {
    await world.threeNotes();
    const before = epochs().length;
    const log = world.double.logs.get(world.room);
    for (const key of log?.wraps.keys() ?? []) {
      if (!key.endsWith(world.accountOf("leila"))) continue;
      const other = [...(log?.wraps ?? [])].find(([name]) => name.endsWith(world.accountOf("leila")) && name !== key);
      if (other) log?.wraps.set(key, other[1]);
    }
    const tablet = await world.openNew("leila");
    await tablet.vault.unlock({ passphrase });
    await expect.poll(() => epochs().length).toBeGreaterThan(before);
    await tablet.vault.write(world.room, note("sealed to both of us"));
    await settled(tablet);
    const ingrid = await world.open("ingrid");
    await roomOf(ingrid, world.room, ({ events }) => events === 4);
  });

  it("cannot skip an epoch: a record of the next but one waits, and nothing is sealed under it", async () => {
    const before = epochs().length;
    const tablet = await world.openNew("ingrid");
    await tablet.vault.unlock({ passphrase });
    await expect.poll(() => epochs().length).toBeGreaterThan(before);
    await settled(tablet);
    tablet.close();
    const newest = epochs().at(-1);
    const all = world.entries;
    const log = world.double.logs.get(world.room);
    const leila = await world.open("leila");
    // Leila would announce the lacking epoch herself, and find two of them later: that is another story.
    const { hook } = world.double;
    world.double.hook = async (asked, honest) => (asked.operation === "announceEpoch" ? { kind: "offline" } : honest());
    if (log) log.entries = all.filter((entry) => entry !== newest);
    await leila.refresh();
    expect((await leila.vault.rooms())[0]?.gaps).toBe(0);
    if (log) log.entries = all;
    world.double.hook = hook;
    await leila.refresh();
    expect((await leila.vault.rooms())[0]?.condition).toEqual({ is: "ready" });
  });

  it("cannot make both announce for ever by refusing every announcement", async () => {
    const leila = await world.open("leila");
    let refusals = 0;
    world.double.hook = async ({ operation, by }, honest) => {
      if (operation !== "announceEpoch" || by !== leila.account) return honest();
      refusals += 1;
      return { kind: "refused", refused: "not-next" };
    };
    const tablet = await world.openNew("leila");
    await tablet.vault.unlock({ passphrase });
    await leila.refresh();
    await leila.refresh();
    expect(refusals).toBeLessThan(60);
    expect(await leila.vault.rooms()).toHaveLength(1);
  });
});

describe("two who announce at once", () => {
  it("end with one epoch: the loser forgets its key, and both write under the winner's", async () => {
    const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
    await leila.refresh();
    await ingrid.refresh();
    const tablet = await world.openNew("leila");
    await tablet.vault.unlock({ passphrase });
    for (const device of [leila, ingrid, tablet]) await device.refresh();
    for (const [device, text] of [
      [leila, "a"],
      [ingrid, "b"],
      [tablet, "c"],
    ] as const)
      await device.vault.write(world.room, note(text));
    for (const device of [leila, ingrid, tablet]) {
      await roomOf(device, world.room, ({ events, waiting }) => events === 3 && waiting === 0);
      expect(await device.store.scopes("epochPending")).toEqual([]);
    }
    const numbers = epochs().length;
    expect(numbers).toBe(3);
  });

  it("a lost answer to an announcement is asked again with the same bytes", async () => {
    const sent: string[] = [];
    let lost = 0;
    world.double.hook = async ({ operation, input }, honest) => {
      const answer = await honest();
      if (operation !== "announceEpoch") return answer;
      sent.push(Buffer.from(input.body ?? []).toString("hex"));
      lost += 1;
      return lost === 1 ? { kind: "offline" } : answer;
    };
    const tablet = await world.openNew("ingrid");
    await tablet.vault.unlock({ passphrase });
    for (let at = 0; at < 6; at += 1) {
      tablet.pass(60_000);
      await new Promise((resolve) => setImmediate(resolve));
      await tablet.refresh();
    }
    await tablet.vault.write(world.room, note("from the tablet"));
    await roomOf(tablet, world.room, ({ waiting }) => waiting === 0);
    expect(new Set(sent).size).toBe(sent.length - 1);
  });
});
