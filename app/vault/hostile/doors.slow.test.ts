import {
  type Amk,
  type SlotDoor,
  type SlotId,
  hex,
  id,
  makeRecoverySecret,
  makeRing,
  newAmk,
  openRing,
  openSlot,
  readPasskeySecret,
  readRecoveryCode,
  readSlot,
  recoveryGroups,
} from "@oakroom/crypto";
import { makeFormerSlot } from "../../../packages/crypto/testing/slots.ts";
import { afterEach, describe, expect, it, vi } from "vitest";
import { uuidBytes } from "../../values/id.ts";
import { userOf } from "../ids.ts";
import { Double } from "../testing/double.ts";
import { type TestDevice, enrolled, freshUuid, openDevice, passphrase } from "../testing/people.ts";
import type { Keys } from "../testing/records.ts";
import { World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const open: TestDevice[] = [];
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

const next = "seven quiet pines above a copper lantern";
const aPasskey = () => ({ id: freshUuid(), passkey: crypto.getRandomValues(new Uint8Array(32)) });

type Secret = Parameters<TestDevice["vault"]["unlock"]>[0];

function codeOf(text: string) {
  const code = readRecoveryCode(text);
  if (typeof code === "string") throw new Error(code);
  return code;
}

/** Leila, with a passphrase, a code, and a passkey. */
async function leilaOn(double: Double) {
  const leila = await enrolled(double);
  open.push(leila);
  const passkey = aPasskey();
  expect(await leila.vault.openWithPasskey({ passphrase }, passkey)).toBeUndefined();
  const keys = double.keys.get(leila.account);
  if (!keys) throw new Error("no keys");
  return { leila, passkey, keys };
}

async function opensNew(double: Double, like: TestDevice, secret: Secret) {
  const device = await openDevice(double, like.account);
  open.push(device);
  return device.vault.unlock(secret);
}

/** Runs something as somebody who holds the code and a copy of slots and ring: the master key, and every door, are known there. */
async function knowing<T>(
  keys: Keys,
  { account, recoveryCode }: Pick<TestDevice, "account"> & { readonly recoveryCode: string },
  use: (amk: Amk, doors: ReadonlyArray<SlotDoor>) => Promise<T>,
): Promise<T> {
  const user = userOf(account);
  const code = { type: "recovery", code: codeOf(recoveryCode) } as const;
  for (const slot of keys.slots.values()) {
    const opened = await openSlot(slot, user, code, (amk) =>
      openRing(amk, keys.ring, user, (_, { doors }) => use(amk, doors === "none" ? [] : doors)),
    );
    if (typeof opened === "object" && typeof opened.value === "object") return opened.value.value;
  }
  throw new Error("no slot opened");
}

function prfOf(bytes: Uint8Array) {
  const prf = readPasskeySecret(bytes);
  if (!prf) throw new Error("no secret");
  return { type: "passkey", prf } as const;
}

function slotIdOf(slot: Uint8Array): SlotId {
  const facts = readSlot(slot);
  if (typeof facts === "string") throw new Error(facts);
  return facts.slot;
}

describe("C04: Leila's passkey, which nobody asks while she sets a new passphrase", () => {
  it("the server has put another slot in its place, withholds it, or shows one of before: it is sealed for all the same", async () => {
    for (const twist of ["another", "none", "before"] as const) {
      const double = new Double();
      const { leila, passkey, keys } = await leilaOn(double);
      const before = keys.slots.get(passkey.id) ?? new Uint8Array();
      await leila.vault.replaceRecoveryCode({ passphrase });
      const [other] = [...keys.slots.values()];
      if (twist === "none") keys.slots.delete(passkey.id);
      else keys.slots.set(passkey.id, twist === "before" ? before : (other ?? before));
      expect(await leila.vault.replacePassphrase({ passphrase }, next)).toBeUndefined();
      expect(await opensNew(double, leila, { passkey: passkey.passkey })).toBeUndefined();
    }
  });

  it("a door that the server would add for itself is in no ring, so nothing is ever sealed for it", async () => {
    const double = new Double();
    const { leila, keys } = await leilaOn(double);
    const theirs = { type: "recovery", code: makeRecoverySecret() } as const;
    const slotId = id("slot", uuidBytes(freshUuid()));
    const worthless = await newAmk((amk) => makeFormerSlot(amk, userOf(leila.account), slotId, theirs));
    keys.slots.set(freshUuid(), worthless);
    expect(await leila.vault.replacePassphrase({ passphrase }, next)).toBeUndefined();
    // Had it been taken for one of hers, the master key would have stayed.
    expect([...keys.slots.values()].map((slot) => hex(slot))).not.toContain(hex(worthless));
    const groups = recoveryGroups(theirs.code).join("");
    expect(await opensNew(double, leila, { recoveryCode: groups })).toBe("wrong-secret");
  });

  it("whoever knew the old master key, and every door with it, opens none of the new slots", async () => {
    const double = new Double();
    const { leila, keys } = await leilaOn(double);
    const user = userOf(leila.account);
    await knowing(keys, leila, async (amk, doors) => {
      expect(await leila.vault.replaceRecoveryCode({ passphrase })).toHaveProperty("groups");
      expect(await openRing(amk, keys.ring, user, async () => undefined)).toBe("wrong-key");
      // The halves that seal do not open: the slot goes on asking for its secret.
      const door = doors.find(({ type }) => type === "passkey");
      const slot = [...keys.slots.values()].find((one) => door && hex(slotIdOf(one)) === hex(door.slot));
      if (!door?.key || !slot) throw new Error("no passkey");
      for (const half of [door.key.kem, door.key.psk])
        expect(await openSlot(slot, user, prfOf(half), async () => undefined)).toBe("wrong-secret");
    });
    expect(await opensNew(double, leila, { recoveryCode: leila.recoveryCode })).toBe("wrong-secret");
  });
});

describe("an account of before doors were", () => {
  /** The records as they were then: slots without doors, and a ring that lists none. */
  async function ofBefore(double: Double) {
    const { leila, passkey, keys } = await leilaOn(double);
    const user = userOf(leila.account);
    const secrets = {
      passphrase: { type: "passphrase", passphrase },
      recovery: { type: "recovery", code: codeOf(leila.recoveryCode) },
      passkey: prfOf(passkey.passkey),
    } as const;
    await knowing(keys, leila, async (amk) => {
      await openRing(amk, keys.ring, user, async (facts, inside) => {
        keys.ring = await makeRing(amk, { ...facts, version: facts.version + 1 }, { ...inside, doors: "none" });
      });
      for (const [at, slot] of keys.slots) {
        const facts = readSlot(slot);
        if (typeof facts === "string") throw new Error(facts);
        keys.slots.set(at, await makeFormerSlot(amk, user, facts.slot, secrets[facts.type]));
      }
    });
    return { leila, passkey, keys };
  }

  it("opens as it did, and each way that is used is sealed for from then on", async () => {
    const double = new Double();
    const { leila, passkey } = await ofBefore(double);
    for (const secret of [{ passphrase }, { passkey: passkey.passkey }, { recoveryCode: leila.recoveryCode }])
      expect(await opensNew(double, leila, secret)).toBeUndefined();
    expect(await leila.vault.replacePassphrase({ passphrase }, next)).toBeUndefined();
    for (const secret of [{ passphrase: next }, { passkey: passkey.passkey }, { recoveryCode: leila.recoveryCode }])
      expect(await opensNew(double, leila, secret)).toBeUndefined();
    expect(await opensNew(double, leila, { passphrase })).toBe("wrong-secret");
  });

  it("a code that nobody has used since stays, with the master key that it opens", async () => {
    const double = new Double();
    const { leila } = await ofBefore(double);
    expect(await leila.vault.replacePassphrase({ passphrase }, next)).toBeUndefined();
    expect(await opensNew(double, leila, { recoveryCode: leila.recoveryCode })).toBeUndefined();
    expect(await opensNew(double, leila, { passphrase: next })).toBeUndefined();
    expect(await opensNew(double, leila, { passphrase })).toBe("wrong-secret");
  });

  it("a passkey that nobody has used since opens again once it was used beside another way", async () => {
    const double = new Double();
    const { leila, passkey } = await ofBefore(double);
    expect(await leila.vault.replacePassphrase({ recoveryCode: leila.recoveryCode }, next)).toBeUndefined();
    expect(await opensNew(double, leila, { passkey: passkey.passkey })).toBe("wrong-secret");
    expect(await leila.vault.openWithPasskey({ passphrase: next }, passkey)).toBeUndefined();
    expect(await opensNew(double, leila, { passkey: passkey.passkey })).toBeUndefined();
  });
});

describe("C25: what a device knew that was taken out", () => {
  it("opens no slot, no ring and no wrap that lies on the server since then", async () => {
    const world = await World.make();
    const laptop = await world.open("leila");
    const keys = world.double.keys.get(laptop.account);
    const phone = (await laptop.vault.devices()).find(({ isThisOne }) => !isThisOne);
    if (!keys || !phone) throw new Error("no phone");
    const leila = { account: laptop.account, recoveryCode: world.recoveryCode };
    // Leila's own wraps, in her own log and in the room; Ingrid's are hers.
    const own = () =>
      [...world.double.logs.values()].flatMap(({ wraps }) =>
        [...wraps].flatMap(([place, bytes]) => (place.endsWith(laptop.account) ? hex(bytes) : [])),
      );
    const before = new Set([...own(), ...[...keys.slots.values()].map((slot) => hex(slot))]);
    expect(before.size).toBeGreaterThan(4);
    await knowing(keys, leila, async (amk) => {
      expect(await laptop.vault.retireDevice({ passphrase }, phone.id)).toBeUndefined();
      expect(await openRing(amk, keys.ring, userOf(laptop.account), async () => undefined)).toBe("wrong-key");
    });
    const now = [...own(), ...[...keys.slots.values()].map((slot) => hex(slot))];
    expect(now.filter((bytes) => before.has(bytes))).toEqual([]);
    const again = await world.openNew("leila");
    expect(await again.vault.unlock({ recoveryCode: world.recoveryCode })).toBeUndefined();
    world.end();
  });
});
