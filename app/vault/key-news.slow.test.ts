import { afterEach, describe, expect, it, vi } from "vitest";
import { statusOf, type TestDevice, freshUuid, openDevice, passphrase } from "./testing/people.ts";
import { settled, World } from "./testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
const open: TestDevice[] = [];
afterEach(() => {
  for (const device of open.splice(0)) device.close();
  world?.end();
});

/** Leila's laptop and phone; the phone was there from the start of the story. */
async function leila() {
  world = await World.make();
  const [laptop, phone] = [await world.open("leila"), await world.open("phone")];
  for (const device of [laptop, phone]) await statusOf(device, "unlocked");
  await laptop.vault.seeKeyNews((await laptop.vault.keyNews()).map(({ id }) => id));
  return { laptop, phone };
}

const whats = async (device: TestDevice) => (await device.vault.keyNews()).map(({ what }) => what);

async function arrives(device: TestDevice, what: string) {
  await expect.poll(async () => whats(device)).toContain(what);
}

/** A new device of Leila's, unlocked. */
async function tablet() {
  const device = await world.openNew("leila");
  await device.vault.unlock({ passphrase });
  await settled(device);
  return device;
}

describe("C07: what happens to Leila's keys is told on her other devices", () => {
  it("a device that was added, with its name and day, until she has seen it on that device", async () => {
    const { laptop, phone } = await leila();
    const added = await tablet();
    await added.vault.nameKey((await added.vault.devices()).at(-1)?.id ?? "", "Firefox on Linux");
    for (const device of [laptop, phone]) {
      await arrives(device, "device-added");
      await expect.poll(async () => (await device.vault.keyNews()).at(-1)?.name).toBe("Firefox on Linux");
    }
    const [news] = await laptop.vault.keyNews();
    expect(news?.at).toBe(Date.parse("2026-10-01T08:00:00Z"));
    await laptop.vault.seeKeyNews([news?.id ?? ""]);
    expect(await whats(laptop)).toEqual([]);
    // What she has seen on one she has not seen on the other: an added device cannot call itself seen.
    expect(await whats(phone)).toContain("device-added");
    expect(await whats(added)).toEqual([]);
  });

  it("an unseen one waits when the laptop is opened again, also without a connection", async () => {
    const { laptop } = await leila();
    await tablet();
    await arrives(laptop, "device-added");
    laptop.close();
    world.double.goDown();
    const again = await openDevice(world.double, laptop.account, laptop.store);
    open.push(again);
    await statusOf(again, "unlocked");
    expect(await whats(again)).toEqual(["device-added"]);
  });

  it("a server that shows a bundle of its own, or none, makes no news and hides none", async () => {
    const { laptop } = await leila();
    const keys = world.double.keys.get(laptop.account);
    if (!keys) throw new Error("no keys");
    keys.bundles.push(keys.bundles[0]?.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) ?? new Uint8Array());
    world.double.tellFact("keys", laptop.account);
    await laptop.refresh();
    expect(await whats(laptop)).toEqual([]);
    keys.bundles.pop();
    await tablet();
    await arrives(laptop, "device-added");
  });

  it("a device that was taken out is told to the others, not to the one that did it", async () => {
    const { laptop, phone } = await leila();
    const lost = await tablet();
    const id = (await lost.vault.devices()).at(-1)?.id;
    if (!id) throw new Error("no device");
    lost.close();
    await laptop.refresh();
    expect(await laptop.vault.retireDevice({ passphrase }, id)).toBeUndefined();
    expect(await whats(laptop)).toEqual([]);
    await statusOf(phone, "locked");
    await phone.vault.unlock({ passphrase });
    await arrives(phone, "device-out");
    expect(await whats(phone)).not.toContain("device-added");
  });

  it("a new passphrase, a new code and a passkey, with the device that did it", async () => {
    const { laptop, phone } = await leila();
    const next = "seven quiet pines under copper";
    expect(await phone.vault.replacePassphrase({ passphrase }, next)).toBeUndefined();
    expect(typeof (await phone.vault.replaceRecoveryCode({ passphrase: next }))).toBe("object");
    await phone.vault.notePasskey("passkey-added", freshUuid());
    for (const what of ["passphrase-set", "code-made", "passkey-added"]) await arrives(laptop, what);
    expect(await whats(phone)).not.toContain("passphrase-set");
  });

  it("a device added from the laptop is no news there, and to the phone it is", async () => {
    const { laptop, phone } = await leila();
    const guest = await world.openNew("leila");
    const offer = await laptop.vault.offerPairing({ passphrase });
    if (typeof offer === "string") throw new Error(offer);
    await guest.vault.askPairing(offer.words.join(" "));
    await laptop.vault.pairingGuest();
    const joined = guest.vault.joinPairing();
    await laptop.vault.admitGuest();
    expect(await joined).toBeUndefined();
    await arrives(phone, "device-added");
    await laptop.refresh();
    expect(await whats(laptop)).toEqual([]);
  });
});
