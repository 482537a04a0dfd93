import { readSlot, recoveryGroups, readRecoveryCode, shutDoor } from "@oakroom/crypto";
import { argon2id } from "../../../packages/crypto/argon2.ts";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AccountId } from "../../values/id.ts";
import { MemoryStore } from "../memory-store.ts";
import { Double } from "../testing/double.ts";
import {
  aPair,
  enrolled,
  freshUuid,
  note,
  openDevice,
  passphrase,
  roomOf,
  statusOf,
  type TestDevice,
} from "../testing/people.ts";
import { settled } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const open: TestDevice[] = [];
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

/** The forms in which bytes could be somewhere. */
function formsOf(bytes: Uint8Array): ReadonlyArray<Buffer> {
  const plain = Buffer.from(bytes);
  const texts = [
    plain.toString("hex"),
    plain.toString("hex").toUpperCase(),
    plain.toString("base64").replaceAll("=", ""),
    plain.toString("base64url"),
  ];
  return [plain, ...texts.map((text) => Buffer.from(text))];
}

/** All bytes in a value, however deep, as one. */
function bytesOf(value: unknown): Buffer {
  const parts: Buffer[] = [];
  const walk = (one: unknown): void => {
    if (one instanceof Uint8Array) parts.push(Buffer.from(one));
    else if (one instanceof Map) for (const [key, inner] of one) [key, inner].forEach(walk);
    else if (typeof one === "string") parts.push(Buffer.from(one));
    else if (typeof one === "object" && one !== null)
      for (const [key, inner] of Object.entries(one)) [key, inner].forEach(walk);
  };
  walk(value);
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.from([0])]));
}

function keysIn(value: unknown): CryptoKey[] {
  if (value instanceof CryptoKey) return [value];
  if (value instanceof Map) return [...value.values()].flatMap(keysIn);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(keysIn) : [];
}

it("C03: no request of enrolling, unlocking or changing secrets holds anything derived from passphrase or recovery code", async () => {
  const double = new Double();
  const leila = await enrolled(double);
  open.push(leila);
  const next = "a second passphrase, quite unlike it";
  await leila.vault.lock();
  await leila.vault.unlock({ passphrase: "a wrong passphrase altogether" });
  await leila.vault.unlock({ passphrase });
  await leila.vault.lock();
  await leila.vault.replacePassphrase({ recoveryCode: leila.recoveryCode }, next);
  const code = readRecoveryCode(leila.recoveryCode);
  if (typeof code === "string") throw new Error(code);
  const secrets: Uint8Array[] = [
    code,
    ...[passphrase, next, leila.recoveryCode, recoveryGroups(code).join("")].map((text) => Buffer.from(text)),
  ];
  const slots = [...(double.keys.get(leila.account)?.slots.values() ?? [])];
  const salts = slots.map((slot) => shutDoor(slot)?.salt ?? new Uint8Array());
  for (const words of [passphrase, next]) {
    for (const salt of salts)
      secrets.push(
        await argon2id(Buffer.from(words), new Uint8Array(salt), { memoryKiB: 65_536, passes: 3, lanes: 1 }),
      );
  }
  const traffic = bytesOf(double.asked);
  expect(traffic.length).toBeGreaterThan(2000);
  for (const secret of secrets) for (const form of formsOf(secret)) expect(traffic.indexOf(form)).toBe(-1);
  // The walk would find what it looks for.
  for (const salt of salts) expect(traffic.indexOf(Buffer.from(salt))).toBeGreaterThan(-1);
});

describe("C04: an account", () => {
  it("has at least two slots from the first request on, one of them the recovery code", async () => {
    const double = new Double();
    const leila = await enrolled(double);
    open.push(leila);
    const types = [...(double.keys.get(leila.account)?.slots.values() ?? [])].map((slot) => {
      const facts = readSlot(slot);
      return typeof facts === "object" ? facts.type : facts;
    });
    expect(types.toSorted()).toEqual(["passphrase", "recovery"]);
    await leila.vault.replacePassphrase({ passphrase }, "a second passphrase, quite unlike it");
    expect(double.keys.get(leila.account)?.slots.size).toBe(2);
  });

  it("asks three groups of the recovery code back, until they were given right", async () => {
    const double = new Double();
    const leila = await enrolled(double);
    open.push(leila);
    expect((await statusOf(leila, "unlocked")).isRecoveryConfirmed).toBe(false);
    const asked = (await leila.vault.recoveryGroupsToConfirm()) ?? [];
    expect(new Set(asked).size).toBe(3);
    const groups = leila.recoveryCode.split("-");
    const right = asked.map((place) => groups[place - 1] ?? "");
    expect(await leila.vault.confirmRecoveryGroups(right.toReversed().map((group) => `${group}0`))).toBe("different");
    expect(await leila.vault.confirmRecoveryGroups(right.slice(1))).toBe("different");
    expect((await statusOf(leila, "unlocked")).isRecoveryConfirmed).toBe(false);
    expect(await leila.vault.confirmRecoveryGroups(right.map((group) => ` ${group.toLowerCase()} `))).toBeUndefined();
    expect((await statusOf(leila, "unlocked")).isRecoveryConfirmed).toBe(true);
    expect(await leila.vault.recoveryGroupsToConfirm()).toBeUndefined();
  });

  it("asks anew after a new recovery code, and the old code opens nothing", async () => {
    const double = new Double();
    const leila = await enrolled(double);
    open.push(leila);
    const made = await leila.vault.replaceRecoveryCode({ passphrase });
    if (typeof made === "string") throw new Error(made);
    expect((await statusOf(leila, "unlocked")).isRecoveryConfirmed).toBe(false);
    await leila.vault.lock();
    expect(await leila.vault.unlock({ recoveryCode: leila.recoveryCode })).toBe("wrong-secret");
    expect(await leila.vault.unlock({ recoveryCode: made.groups.join(" ") })).toBeUndefined();
  });
});

describe("C05: what lies on the device", () => {
  it("while unlocked are keys that cannot be exported, and nothing that anybody can read", async () => {
    const { leila, ingrid, room } = await aPair();
    open.push(leila, ingrid);
    await leila.vault.write(room, note("Quince marmalade at dawn"));
    await roomOf(leila, room, ({ events, waiting }) => events === 1 && waiting === 0);
    const keys = keysIn(leila.store.dump()).filter(({ type }) => type !== "public");
    expect(keys.length).toBeGreaterThan(3);
    for (const key of keys) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey(key.type === "secret" ? "raw" : "pkcs8", key)).rejects.toThrow(
        /export|extractable/,
      );
    }
    const disk = bytesOf(leila.store.dump());
    for (const form of formsOf(Buffer.from("Quince marmalade"))) expect(disk.indexOf(form)).toBe(-1);
  });

  it("after locking is this device's signing key alone; C39: no text, no passphrase, no code", async () => {
    const { double, leila, ingrid, room } = await aPair();
    open.push(leila, ingrid);
    await leila.vault.write(room, note("Quince marmalade at dawn"));
    await roomOf(leila, room, ({ events, waiting }) => events === 1 && waiting === 0);
    double.goDown();
    await leila.vault.write(room, note("Quince marmalade, unsent"));
    await leila.vault.lock();
    const kept = leila.store.dump();
    expect(keysIn(kept).filter(({ type }) => type !== "public")).toHaveLength(1);
    for (const table of ["unlocked", "epochKey", "readable"] as const)
      expect(await leila.store.scopes(table)).toEqual([]);
    const disk = bytesOf(kept);
    const secrets = [passphrase, leila.recoveryCode, "Quince marmalade", "notes.written"];
    for (const secret of secrets) for (const form of formsOf(Buffer.from(secret))) expect(disk.indexOf(form)).toBe(-1);
    const server = bytesOf([double.logs, double.keys, double.asked]);
    for (const secret of secrets)
      for (const form of formsOf(Buffer.from(secret))) expect(server.indexOf(form)).toBe(-1);
  });
});

describe("enrolling", () => {
  it.each([
    ["too short", "short words", "too-short"],
    ["the same sign again and again", "aaaaaaaaaaaaaaaaaaaa", "repeats"],
    ["a row of signs", "abcdefghijklmnopqrstuvwxyz", "sequence"],
  ])("with a passphrase that is %s is refused, and nothing is sent", async (_, words, refused) => {
    const double = new Double();
    const device = await openDevice(double, AccountId.parse(freshUuid()));
    open.push(device);
    expect(await device.vault.enrol(words)).toBe(refused);
    expect(double.asked.map(({ operation }) => operation)).not.toContain("enrolKeys");
    expect(await statusOf(device, "no-keys")).toEqual({ is: "no-keys" });
  });

  it("with a generated passphrase of six words works", async () => {
    const double = new Double();
    const device = await openDevice(double, AccountId.parse(freshUuid()));
    open.push(device);
    const words = await device.vault.suggestPassphrase();
    expect(words.split(" ")).toHaveLength(6);
    expect(await device.vault.enrol(words)).toHaveProperty("groups");
    await device.vault.lock();
    expect(await device.vault.unlock({ passphrase: words })).toBeUndefined();
  });

  it("whose answer is lost sends the same keys again, and gives the same code", async () => {
    const double = new Double();
    let lost = 0;
    double.hook = async ({ operation }, honest) => {
      const answer = await honest();
      if (operation !== "enrolKeys" || lost > 0) return answer;
      lost += 1;
      return { kind: "offline" };
    };
    const device = await openDevice(double, AccountId.parse(freshUuid()));
    open.push(device);
    expect(await device.vault.enrol(passphrase)).toBe("offline");
    const code = await device.vault.enrol(passphrase);
    if (typeof code === "string") throw new Error(code);
    await device.vault.lock();
    expect(await device.vault.unlock({ recoveryCode: code.groups.join("") })).toBeUndefined();
  });

  it("that was cut off after the server had it is found again when the page opens anew", async () => {
    const double = new Double();
    double.hook = async ({ operation }, honest) => {
      const answer = await honest();
      return operation === "enrolKeys" ? { kind: "offline" } : answer;
    };
    const account = AccountId.parse(freshUuid());
    const store = new MemoryStore();
    const first = await openDevice(double, account, store);
    expect(await first.vault.enrol(passphrase)).toBe("offline");
    first.close();
    double.hook = (_, honest) => honest();
    const again = await openDevice(double, account, store);
    open.push(again);
    expect((await statusOf(again, "unlocked")).isRecoveryConfirmed).toBe(false);
    expect(await again.vault.replaceRecoveryCode({ passphrase })).toHaveProperty("groups");
    await settled(again);
  });

  it("on a second device at the same time leaves one set of keys, the first", async () => {
    const double = new Double();
    const leila = await enrolled(double);
    open.push(leila);
    const other = await openDevice(double, leila.account);
    open.push(other);
    expect(await other.vault.enrol(passphrase)).toBe("already-enrolled");
    expect(await statusOf(other, "locked")).toEqual({ is: "locked", isKnownDevice: false });
    expect(await other.vault.unlock({ passphrase })).toBeUndefined();
  });
});
