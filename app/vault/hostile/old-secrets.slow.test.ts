import { afterEach, describe, expect, it, vi } from "vitest";
import { Double } from "../testing/double.ts";
import { type TestDevice, enrolled, openDevice, passphrase } from "../testing/people.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 30_000 });

const open: TestDevice[] = [];
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

const next = "a second passphrase, quite unlike it";

async function leilaOn(double: Double) {
  const leila = await enrolled(double);
  open.push(leila);
  const keys = double.keys.get(leila.account);
  if (!keys) throw new Error("no keys");
  return { leila, keys, old: new Map(keys.slots), oldRing: keys.ring };
}

async function opensNew(double: Double, like: TestDevice, secret: Parameters<TestDevice["vault"]["unlock"]>[0]) {
  const device = await openDevice(double, like.account);
  open.push(device);
  return device.vault.unlock(secret);
}

describe("C04: somebody has kept Leila's old slots, and she has a new secret", () => {
  it("the old recovery code opens nothing of today with them", async () => {
    const double = new Double();
    const { leila, keys, old } = await leilaOn(double);
    const made = await leila.vault.replaceRecoveryCode({ passphrase });
    if (typeof made === "string") throw new Error(made);
    expect(keys.slots.size).toBe(2);
    for (const [slot, bytes] of old) keys.slots.set(`old ${slot}`, bytes);
    expect(await opensNew(double, leila, { recoveryCode: leila.recoveryCode })).toBe("wrong-secret");
    expect(await opensNew(double, leila, { passphrase })).toBeUndefined();
    expect(await opensNew(double, leila, { recoveryCode: made.groups.join(" ") })).toBeUndefined();
  });

  it("nor does the old passphrase, and the recovery code goes on opening", async () => {
    const double = new Double();
    const { leila, keys, old } = await leilaOn(double);
    expect(await leila.vault.replacePassphrase({ recoveryCode: leila.recoveryCode }, next)).toBeUndefined();
    for (const [slot, bytes] of old) keys.slots.set(`old ${slot}`, bytes);
    expect(await opensNew(double, leila, { passphrase })).toBe("wrong-secret");
    expect(await opensNew(double, leila, { passphrase: next })).toBeUndefined();
    expect(await opensNew(double, leila, { recoveryCode: leila.recoveryCode })).toBeUndefined();
  });

  it.each([
    ["the passphrase, with the old one", () => ({ passphrase })],
    ["the passphrase, with the code", (code: string) => ({ recoveryCode: code })],
  ])("%s: what the old slot held opens nothing of today", async (_, secretOf) => {
    const double = new Double();
    const { leila, keys, old } = await leilaOn(double);
    expect(await leila.vault.replacePassphrase(secretOf(leila.recoveryCode), next)).toBeUndefined();
    for (const [slot, bytes] of old) keys.slots.set(`old ${slot}`, bytes);
    expect(await opensNew(double, leila, { passphrase })).toBe("wrong-secret");
  });

  it("nor does her device renew anything on a ring of before, which a server shows it", async () => {
    const double = new Double();
    const { leila, keys, old, oldRing } = await leilaOn(double);
    expect(await leila.vault.replacePassphrase({ passphrase }, next)).toBeUndefined();
    [keys.slots, keys.ring] = [new Map(old), oldRing];
    const before = double.asked.length;
    expect(await leila.vault.replacePassphrase({ passphrase }, "a third passphrase, not like the others")).toBe(
      "stopped",
    );
    expect(double.asked.slice(before).map(({ operation }) => operation)).not.toContain("renewKeys");
  });

  it("and on a device of hers that knows the new ring, the old one with its slots stops the unlock", async () => {
    const double = new Double();
    const { leila, keys, old, oldRing } = await leilaOn(double);
    const made = await leila.vault.replaceRecoveryCode({ passphrase });
    if (typeof made === "string") throw new Error(made);
    await leila.vault.lock();
    [keys.slots, keys.ring] = [old, oldRing];
    expect(await leila.vault.unlock({ recoveryCode: leila.recoveryCode })).toBe("stopped");
  });
});

describe("C04: the connection breaks while Leila makes a new recovery code", () => {
  it.each([
    ["before the new ring came with its slots", "renewKeys", false],
    ["after they came, and the answer is lost", "renewKeys", true],
  ])("%s: her passphrase opens all the same", async (_, operation, hasArrived) => {
    const double = new Double();
    const { leila } = await leilaOn(double);
    double.hook = async (asked, honest) => {
      if (asked.operation !== operation) return honest();
      if (hasArrived) await honest();
      return { kind: "offline" };
    };
    await leila.vault.replaceRecoveryCode({ passphrase });
    double.hook = (_asked, honest) => honest();
    expect(await opensNew(double, leila, { passphrase })).toBeUndefined();
    await leila.vault.lock();
    expect(await leila.vault.unlock({ passphrase })).toBeUndefined();
    const again = await leila.vault.replaceRecoveryCode({ passphrase });
    if (typeof again === "string") throw new Error(again);
    expect(await opensNew(double, leila, { recoveryCode: again.groups.join(" ") })).toBeUndefined();
    expect(double.keys.get(leila.account)?.slots.size).toBe(2);
  });
});
