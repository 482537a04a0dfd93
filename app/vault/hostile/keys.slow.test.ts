import { encode, makeFirstBundle, id, newSecrets, importIdentity, makeDeviceKeys } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AccountId, uuidBytes } from "../../values/id.ts";
import { Double } from "../testing/double.ts";
import {
  enrolled,
  freshUuid,
  note,
  openDevice,
  passphrase,
  roomOf,
  statusOf,
  type TestDevice,
} from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

/** A first bundle of keys that are nobody's but the server's. */
async function forgedBundle(account: AccountId): Promise<Uint8Array> {
  return newSecrets(async (secrets) => {
    const identity = await importIdentity(secrets);
    const [iek] = identity.ieks;
    const { dskPublic: dsk } = await makeDeviceKeys();
    if (!iek) throw new Error("no key");
    const device = { device: id("device", uuidBytes(freshUuid())), dsk, addedAt: 0, retired: false };
    const fields = {
      user: id("user", uuidBytes(account)),
      isk: identity.iskPublic,
      iekVersion: iek.version,
      iek: iek.iekPublic,
      devices: [device],
    };
    return (await makeFirstBundle(identity.isk, fields)).bytes;
  });
}

async function swapBundles(account: AccountId): Promise<void> {
  const keys = world.double.keys.get(account);
  if (keys) keys.bundles = [await forgedBundle(account)];
}

const sentBy = (device: TestDevice) =>
  world.double.asked.filter(
    ({ operation, by }) => by === device.account && (operation === "appendEntry" || operation === "announceEpoch"),
  );

describe("C09: Ingrid's keys are swapped after Leila pinned them", () => {
  it("and Leila's client stops the room and sends nothing", async () => {
    const leila = await world.open("leila");
    await leila.refresh();
    await settled(leila);
    const before = sentBy(leila).length;
    await swapBundles(world.accountOf("ingrid"));
    world.double.tellFact("keys", world.accountOf("ingrid"));
    const view = await roomOf(leila, world.room, ({ condition }) => condition.is === "stopped");
    expect(view.condition).toEqual({ is: "stopped", because: "keys-changed" });
    expect(await leila.vault.write(world.room, note("secret"))).toBe("stopped");
    await leila.refresh();
    expect(sentBy(leila)).toHaveLength(before);
  });

  it("and a new device of Leila's does not pin them anew: it knows her from the own log", async () => {
    await swapBundles(world.accountOf("ingrid"));
    const phone = await world.openNew("leila");
    expect(await phone.vault.unlock({ passphrase })).toBeUndefined();
    await phone.refresh();
    const [view] = await phone.vault.rooms();
    expect(view?.condition).toEqual({ is: "stopped", because: "keys-changed" });
    expect(sentBy(phone).filter(({ input }) => input.params?.["logId"] === world.room)).toEqual([]);
  });

  it("at an epoch: refused as too old, Leila asks for the newest bundle and is shown another identity", async () => {
    const leila = await world.open("leila");
    await leila.refresh();
    const forged = await forgedBundle(world.accountOf("ingrid"));
    world.double.hook = async (asked, honest) => {
      if (asked.operation === "announceEpoch" && asked.by === leila.account) {
        const keys = world.double.keys.get(world.accountOf("ingrid"));
        if (keys) keys.bundles = [forged];
        return { kind: "refused", refused: "older-bundle" };
      }
      return honest();
    };
    const tablet = await world.openNew("ingrid");
    expect(await tablet.vault.unlock({ passphrase })).toBeUndefined();
    const view = await roomOf(leila, world.room, ({ condition }) => condition.is === "stopped");
    expect(view.condition).toEqual({ is: "stopped", because: "keys-changed" });
  });

  it("for an older version of the right identity, and the client stops", async () => {
    const tablet = await world.openNew("ingrid");
    await tablet.vault.unlock({ passphrase });
    const leila = await world.open("leila");
    await leila.refresh();
    await leila.refresh();
    const keys = world.double.keys.get(world.accountOf("ingrid"));
    expect(keys?.bundles).toHaveLength(2);
    keys?.bundles.pop();
    await leila.refresh();
    expect((await leila.vault.rooms())[0]?.condition).toEqual({ is: "stopped", because: "bundle-older" });
  });

  it.each([
    ["no bundles at all", () => []],
    ["a broken bundle", (known: Uint8Array[]) => known.map((bytes) => bytes.slice(0, -1))],
  ])("for %s, and the client stops", async (_, change) => {
    const leila = await world.open("leila");
    await leila.refresh();
    const keys = world.double.keys.get(world.accountOf("ingrid"));
    if (keys) keys.bundles = change(keys.bundles);
    await leila.refresh();
    expect((await leila.vault.rooms())[0]?.condition.is).toBe("stopped");
  });
});

describe("C09: keys that were swapped before anybody pinned them", () => {
  it("show in the matching words, and until those were compared the room says so", async () => {
    const double = new Double();
    const [leila, ingrid] = [await enrolled(double), await enrolled(double)];
    const forged = await forgedBundle(ingrid.account);
    double.hook = async (asked, honest) => {
      const isSwapped =
        asked.operation === "readBundles" &&
        asked.by === leila.account &&
        asked.input.params?.["accountId"] === ingrid.account;
      if (!isSwapped) return honest();
      return { kind: "done", value: encode([forged]) };
    };
    const { room } = world;
    double.openRoom(room, [leila.account, ingrid.account]);
    const view = await roomOf(leila, room, ({ condition }) => condition.is === "ready");
    expect(view.isChecked).toBe(false);
    await roomOf(ingrid, room, ({ condition }) => condition.is !== "waiting-for-other");
    const [hers, theirs] = [await leila.vault.matchingWords(room), await ingrid.vault.matchingWords(room)];
    if (typeof hers === "string" || typeof theirs === "string") throw new Error("no words");
    expect(hers.words).not.toEqual(theirs.words);
    expect(await leila.vault.confirmWords(room, theirs.words)).toBe("different");
    expect(await leila.vault.confirmScan(room, theirs.code)).toBe("different");
    leila.close();
    ingrid.close();
  });
});

describe("C13: comparing words", () => {
  it("shows the same twelve to both, and counts only all of them", async () => {
    const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
    const [hers, theirs] = [await leila.vault.matchingWords(world.room), await ingrid.vault.matchingWords(world.room)];
    if (typeof hers === "string" || typeof theirs === "string") throw new Error("no words");
    expect(hers.words).toEqual(theirs.words);
    expect(hers.code).toBe(theirs.code);
    expect(hers.words).toHaveLength(12);
    expect(hers.isMineFirst).not.toBe(theirs.isMineFirst);
    expect(await leila.vault.confirmWords(world.room, theirs.words.slice(0, 11))).toBe("fewer-than-twelve");
    expect(await leila.vault.confirmWords(world.room, [...theirs.words.slice(0, 11), "zoo"])).toBe("different");
    expect((await leila.vault.rooms())[0]?.isChecked).toBe(false);
    expect(
      await leila.vault.confirmWords(
        world.room,
        theirs.words.map((word) => ` ${word.toUpperCase()}`),
      ),
    ).toBeUndefined();
    expect((await leila.vault.rooms())[0]?.isChecked).toBe(true);
  });

  it("is known to Leila's next device too", async () => {
    const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
    const theirs = await ingrid.vault.matchingWords(world.room);
    if (typeof theirs === "string") throw new Error("no words");
    expect(await leila.vault.confirmScan(world.room, theirs.code)).toBeUndefined();
    await leila.refresh();
    await settled(leila);
    const tablet = await world.openNew("leila");
    await tablet.vault.unlock({ passphrase });
    await roomOf(tablet, world.room, ({ isChecked }) => isChecked);
  });

  it("cannot be withheld from Leila's next device once she has unlocked since: the ring names it", async () => {
    const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
    const own = world.double.logs.get(await world.ownLogOf(leila));
    const before = own?.entries.length ?? 0;
    const theirs = await ingrid.vault.matchingWords(world.room);
    if (typeof theirs === "string" || !own) throw new Error("no words");
    await leila.vault.confirmScan(world.room, theirs.code);
    await leila.refresh();
    await settled(leila);
    await leila.vault.lock();
    expect(await leila.vault.unlock({ passphrase })).toBeUndefined();
    await settled(leila);
    leila.close();
    own.entries = own.entries.slice(0, before);
    const tablet = await world.openNew("leila");
    expect(await tablet.vault.unlock({ passphrase })).toBe("stopped");
    expect(await statusOf(tablet, "stopped")).toEqual({ is: "stopped", because: "own-log-short" });
  });
});

describe("C31: a device that joins", () => {
  const ownLog = async () => {
    const leila = await world.open("leila");
    const log = world.double.logs.get(await world.ownLogOf(leila));
    leila.close();
    if (!log) throw new Error("no own log");
    return log;
  };

  it.each([
    ["empty", () => []],
    ["shorter than the ring says", <Entry>(entries: Entry[]) => entries.slice(0, 1)],
  ])("stops at an own log that is %s, and is not added", async (_, change) => {
    const log = await ownLog();
    log.entries = change(log.entries);
    const tablet = await world.openNew("leila");
    expect(await tablet.vault.unlock({ passphrase })).toBe("stopped");
    expect(await statusOf(tablet, "stopped")).toEqual({ is: "stopped", because: "own-log-short" });
    expect(world.double.keys.get(tablet.account)?.bundles).toHaveLength(2);
    expect(await tablet.vault.rooms()).toEqual([]);
  });

  it("stops at an own log that is another person's", async () => {
    const log = await ownLog();
    const ingrid = await world.open("ingrid");
    const other = world.double.logs.get(await world.ownLogOf(ingrid));
    log.entries = other?.entries ?? [];
    const tablet = await world.openNew("leila");
    expect(await tablet.vault.unlock({ passphrase })).toBe("stopped");
  });

  it("stops at keys that are shown as its owner's and are not", async () => {
    await swapBundles(world.accountOf("leila"));
    const tablet = await world.openNew("leila");
    expect(await tablet.vault.unlock({ passphrase })).toBe("stopped");
    expect(await statusOf(tablet, "stopped")).toEqual({ is: "stopped", because: "own-keys-exchanged" });
  });

  it("on a device that knows better, an older ring stops the unlock", async () => {
    const leila = await world.open("leila");
    const keys = world.double.keys.get(leila.account);
    const older = keys?.ring ?? new Uint8Array();
    await leila.vault.lock();
    expect(await leila.vault.unlock({ passphrase })).toBeUndefined();
    await leila.vault.lock();
    if (keys) keys.ring = older;
    expect(await leila.vault.unlock({ passphrase })).toBe("stopped");
    expect(await statusOf(leila, "stopped")).toEqual({ is: "stopped", because: "ring-older" });
  });

  it("a server that says there are no keys offers nobody to make new ones over the old", async () => {
    const leila = await world.open("leila");
    await leila.vault.lock();
    world.double.keys.delete(leila.account);
    expect(await leila.vault.unlock({ passphrase })).toBe("stopped");
    expect(await leila.vault.enrol("another long passphrase here")).toBe("already-enrolled");
  });

  it("C40: an administrator's server can neither unlock nor join: only the two secrets do", async () => {
    const device = await openDevice(world.double, world.accountOf("leila"));
    expect(await device.vault.unlock({ passphrase: "administrators may not come in" })).toBe("wrong-secret");
    expect(world.double.keys.get(device.account)?.bundles).toHaveLength(2);
    device.close();
  });
});
