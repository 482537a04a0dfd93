import { afterEach, describe, expect, it, vi } from "vitest";
import { MemoryStore } from "./memory-store.ts";
import { Double } from "./testing/double.ts";
import {
  enrolled,
  note,
  notesIn,
  openDevice,
  passphrase,
  roomOf,
  statusOf,
  type TestDevice,
} from "./testing/people.ts";
import { World } from "./testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const open: TestDevice[] = [];
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

const isReady = ({ condition }: { condition: { is: string } }) => condition.is === "ready";

let world: World;

/** Leila and Ingrid, each on the device they have always used, and their room. */
async function pair() {
  world = await World.make();
  const { double, room } = world;
  const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
  open.push(leila, ingrid);
  return { double, room, leila, ingrid };
}

async function another(double: Double, device: TestDevice, store = new MemoryStore()) {
  const opened = await openDevice(double, device.account, store);
  open.push(opened);
  return opened;
}

describe("the same device, opened again", () => {
  it("shows everything at once, also without a connection, and goes on writing", async () => {
    const { double, leila, ingrid, room } = await pair();
    await leila.vault.write(room, note("Before."));
    await roomOf(ingrid, room, ({ events }) => events === 1);
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    leila.close();
    double.goDown();
    const again = await another(double, leila, leila.store);
    await roomOf(again, room, ({ events }) => events === 1);
    expect(await notesIn(again, room)).toEqual(["Before."]);
    await again.vault.write(room, note("After."));
    double.comeUp();
    await roomOf(ingrid, room, ({ events }) => events === 2);
    expect(await notesIn(ingrid, room)).toEqual(["Before.", "After."]);
  });

  it("sends what was written before it was closed", async () => {
    const { double, leila, ingrid, room } = await pair();
    double.goDown();
    await leila.vault.write(room, note("Written in the tunnel."));
    leila.close();
    double.isUp = true;
    const again = await another(double, leila, leila.store);
    await roomOf(ingrid, room, ({ events }) => events === 1);
    await roomOf(again, room, ({ waiting }) => waiting === 0);
    expect(await notesIn(ingrid, room)).toEqual(["Written in the tunnel."]);
  });

  it("with many small writes behind it, joins them on the disk and loses none", async () => {
    const { double, leila, ingrid, room } = await pair();
    for (let at = 0; at < 70; at += 1) await leila.vault.write(room, note(`n${at}`));
    await roomOf(ingrid, room, ({ events }) => events === 70);
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    leila.close();
    const again = await another(double, leila, leila.store);
    await roomOf(again, room, ({ events }) => events === 70);
    double.comeUp();
    await expect.poll(async () => (await leila.store.list("verified", room)).length).toBe(1);
    again.close();
    double.goDown();
    const third = await another(double, leila, leila.store);
    expect((await roomOf(third, room, ({ events }) => events === 70)).condition).toEqual({ is: "ready" });
  });

  it("verifies everything anew where its memory does not fit together", async () => {
    const { double, leila, ingrid, room } = await pair();
    for (const text of ["one", "two", "three"]) await ingrid.vault.write(room, note(text));
    await roomOf(leila, room, ({ events }) => events === 3);
    leila.close();
    const [first] = await leila.store.list("verified", room);
    await leila.store.commit([{ remove: "verified", key: [room, first?.at ?? 0] }]);
    double.goDown();
    const again = await another(double, leila, leila.store);
    await roomOf(again, room, ({ events }) => events === 3);
    expect(await notesIn(again, room)).toEqual(["one", "two", "three"]);
  });
});

describe("locking", () => {
  it("closes what can be read, and unlocking opens it again without a connection", async () => {
    const { double, leila, room } = await pair();
    await leila.vault.write(room, note("For us two."));
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    await leila.vault.lock();
    expect(await leila.vault.rooms()).toEqual([]);
    expect(await leila.vault.timeline(room, { limit: 10 })).toBe("no-such-room");
    expect(await leila.vault.write(room, note("x"))).toBe("locked");
    expect(await statusOf(leila, "locked")).toEqual({ is: "locked", isKnownDevice: true });
    double.goDown();
    expect(await leila.vault.unlock({ passphrase: "not the right one at all" })).toBe("wrong-secret");
    expect(await leila.vault.unlock({ passphrase })).toBeUndefined();
    await roomOf(leila, room, ({ events }) => events === 1);
    expect(await notesIn(leila, room)).toEqual(["For us two."]);
  });

  it("keeps what waits to be sent, sealed, and sends it after unlocking", async () => {
    const { double, leila, ingrid, room } = await pair();
    double.goDown();
    await leila.vault.write(room, note("Not yet sent."));
    await leila.vault.lock();
    double.comeUp();
    expect(await leila.vault.unlock({ passphrase })).toBeUndefined();
    await roomOf(ingrid, room, ({ events }) => events === 1);
    expect(await notesIn(ingrid, room)).toEqual(["Not yet sent."]);
  });
});

describe("a forgotten passphrase", () => {
  it("is replaced with the recovery code, and the old one stops working", async () => {
    const double = new Double();
    const leila = await enrolled(double);
    open.push(leila);
    await leila.vault.lock();
    const wrong = leila.recoveryCode.replace(/^./, (sign) => (sign === "A" ? "B" : "A"));
    expect(await leila.vault.replacePassphrase({ recoveryCode: wrong }, "seven quiet pines under copper")).toBe(
      "mistyped",
    );
    expect(await leila.vault.replacePassphrase({ recoveryCode: leila.recoveryCode }, "too short")).toBe("too-short");
    expect(
      await leila.vault.replacePassphrase({ recoveryCode: leila.recoveryCode }, "seven quiet pines under copper"),
    ).toBeUndefined();
    await leila.vault.lock();
    expect(await leila.vault.unlock({ passphrase })).toBe("wrong-secret");
    expect(await leila.vault.unlock({ passphrase: "seven quiet pines under copper" })).toBeUndefined();
  });
});

describe("Leila's second device", () => {
  it.each([
    ["the passphrase", () => ({ passphrase })],
    ["the recovery code", (code: string) => ({ recoveryCode: code })],
  ])("C31: joins with %s and opens all history, with no other device online", async (_, secretOf) => {
    const { double, leila, ingrid, room } = await pair();
    for (const text of ["one", "two"]) await leila.vault.write(room, note(text));
    await roomOf(ingrid, room, ({ events }) => events === 2);
    await ingrid.vault.write(room, note("three"));
    await roomOf(leila, room, ({ events, waiting }) => events === 3 && waiting === 0);
    leila.close();
    ingrid.close();
    const phone = await another(double, leila);
    expect(await statusOf(phone, "locked")).toEqual({ is: "locked", isKnownDevice: false });
    expect(await phone.vault.unlock(secretOf(world.recoveryCode))).toBeUndefined();
    await roomOf(phone, room, ({ events }) => events === 3);
    expect(await notesIn(phone, room)).toEqual(["one", "two", "three"]);
    expect((await phone.vault.devices()).map(({ isThisOne }) => isThisOne)).toEqual([false, false, true]);
  });

  it("writes into the room, and both others read it", async () => {
    const { double, leila, ingrid, room } = await pair();
    const phone = await another(double, leila);
    await phone.vault.unlock({ passphrase });
    await roomOf(phone, room, isReady);
    await phone.vault.write(room, note("From the phone."));
    await roomOf(ingrid, room, ({ events }) => events === 1);
    await roomOf(leila, room, ({ events }) => events === 1);
    await ingrid.vault.write(room, note("Got it."));
    for (const device of [leila, phone]) {
      await roomOf(device, room, ({ events }) => events === 2);
      expect(await notesIn(device, room)).toEqual(["From the phone.", "Got it."]);
    }
    expect(double.logs.get(room)?.entries.filter(({ kind }) => kind === "epoch").length).toBeGreaterThan(1);
  });
});

describe("a new device that could not read its owner's log yet", () => {
  it("asks for a connection, and opens with one: nothing is suspected", async () => {
    const double = new Double();
    const leila = await enrolled(double);
    open.push(leila);
    double.hook = async ({ operation }, honest) => (operation === "readEntries" ? { kind: "offline" } : honest());
    const phone = await another(double, leila);
    expect(await phone.vault.unlock({ passphrase })).toBe("offline");
    double.goDown();
    expect(await phone.vault.unlock({ passphrase })).toBe("offline");
    await statusOf(phone, "locked");
    double.hook = (_, honest) => honest();
    double.comeUp();
    expect(await phone.vault.unlock({ passphrase })).toBeUndefined();
  });
});

describe("a new device that lost the network while it read a room for the first time", () => {
  it.each([
    ["before anything had come", 1],
    ["after the first page", 2],
  ])("%s: it holds no room until it has read this one to its end, also when opened again", async (_, broken) => {
    const { double, leila, ingrid, room } = await pair();
    for (const text of ["one", "two", "three"]) await ingrid.vault.write(room, note(text));
    await roomOf(leila, room, ({ events }) => events === 3);
    let pages = 0;
    double.hook = async (asked, honest) => {
      if (asked.operation !== "readEntries" || asked.input.params?.["logId"] !== room) return honest();
      pages += 1;
      const query = { ...asked.input.query, limit: "2" };
      return pages < broken ? double.honest({ ...asked, input: { ...asked.input, query } }) : { kind: "offline" };
    };
    const phone = await another(double, leila);
    expect(await phone.vault.unlock({ passphrase })).toBeUndefined();
    await roomOf(phone, room, ({ condition }) => condition.is === "unread");
    phone.close();
    double.goDown();
    const again = await another(double, leila, phone.store);
    await statusOf(again, "unlocked");
    expect((await again.vault.rooms()).filter(({ condition }) => condition.is !== "unread")).toEqual([]);
    double.hook = (__, honest) => honest();
    double.comeUp();
    await roomOf(again, room, ({ condition, events }) => condition.is === "ready" && events === 3);
    again.close();
    double.goDown();
    const later = await another(double, leila, phone.store);
    expect((await roomOf(later, room, ({ events }) => events === 3)).condition).toEqual({ is: "ready" });
  });
});
