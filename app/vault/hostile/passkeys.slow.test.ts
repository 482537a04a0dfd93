import { decode, encode } from "@oakroom/crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { PutSlot } from "../../features/room/log/keys/schema.ts";
import { AccountId } from "../../values/id.ts";
import { Double } from "../testing/double.ts";
import { enrolled, freshUuid, openDevice, passphrase, statusOf, type TestDevice } from "../testing/people.ts";
import { settled } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const open: TestDevice[] = [];
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

const kept = <Device extends TestDevice>(device: Device): Device => {
  open.push(device);
  return device;
};

/** A passkey and what it gives. */
const aPasskey = () => ({ id: freshUuid(), passkey: crypto.getRandomValues(new Uint8Array(32)) });
const another = () => crypto.getRandomValues(new Uint8Array(32));

/** Leila, who has a passkey and a recovery code, and no passphrase. */
async function leilaByPasskey(double = new Double()) {
  const device = kept(await openDevice(double, AccountId.parse(freshUuid())));
  const mine = aPasskey();
  const code = await device.vault.enrol(mine);
  if (typeof code === "string") throw new Error(code);
  return { double, device, mine, recoveryCode: code.groups.join("-"), account: device.account };
}

async function newDevice(double: Double, account: AccountId): Promise<TestDevice> {
  return kept(await openDevice(double, account));
}

type Value = Parameters<typeof encode>[0];

function fieldsOf(slot: Uint8Array): ReadonlyArray<Value> {
  const fields = decode(slot);
  if (!Array.isArray(fields)) throw new Error("no slot");
  return fields;
}

/** What one sees who looks at everything that went over the wire. */
function sent(double: Double): Buffer {
  return Buffer.concat(
    double.asked.flatMap(({ input }) => [Buffer.from(JSON.stringify(input)), Buffer.from(input.body ?? [])]),
  );
}

/** HKDF-SHA256 with and without a salt: what might be made of a secret. */
async function derivedFrom(secret: Uint8Array<ArrayBuffer>, slot: Uint8Array): Promise<ReadonlyArray<Uint8Array>> {
  const [suite, user, id, type, params, salt] = fieldsOf(slot);
  const aad = encode([suite, user, id, type, params, salt].filter((field) => field !== undefined));
  const info = Uint8Array.from([...Buffer.from("oakroom/slot-key/v1\0"), ...aad]);
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const salts = [salt instanceof Uint8Array ? Uint8Array.from(salt) : new Uint8Array(), new Uint8Array()];
  const keys = await Promise.all(
    salts.map((one) => crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: one, info }, base, 256)),
  );
  const hash = await crypto.subtle.digest("SHA-256", secret);
  return [secret, ...[...keys, hash].map((bytes) => new Uint8Array(bytes))];
}

describe("C04: a passkey beside the recovery code", () => {
  it("opens on a new device, and so does the code; another passkey does not", async () => {
    const { double, mine, account, recoveryCode } = await leilaByPasskey();
    const phone = await newDevice(double, account);
    expect(await phone.vault.waysToUnlock()).toEqual(expect.arrayContaining(["passkey", "recovery"]));
    expect(await phone.vault.unlock({ passkey: another() })).toBe("wrong-secret");
    expect(await phone.vault.unlock({ passphrase })).toBe("wrong-secret");
    expect(await phone.vault.unlock({ passkey: mine.passkey })).toBeUndefined();
    await statusOf(phone, "unlocked");
    const tablet = await newDevice(double, account);
    expect(await tablet.vault.unlock({ recoveryCode })).toBeUndefined();
  });

  it("opens a known device without a connection", async () => {
    const { double, device, mine } = await leilaByPasskey();
    await device.refresh();
    await settled(device);
    await device.vault.lock();
    double.hook = async () => ({ kind: "offline" });
    expect(await device.vault.unlock({ passkey: another() })).toBe("wrong-secret");
    expect(await device.vault.unlock({ passkey: mine.passkey })).toBeUndefined();
  });

  it("may go once there is a passphrase, and the account stays usable", async () => {
    const { double, device, mine, account, recoveryCode } = await leilaByPasskey();
    expect(await device.vault.replacePassphrase({ passkey: mine.passkey }, passphrase)).toBeUndefined();
    const change = await device.vault.signPasskeyRemoval({ passkey: mine.passkey }, mine.id);
    if (typeof change === "string") throw new Error(change);
    double.keys.get(account)?.slots.delete(mine.id);
    for (const secret of [{ passphrase }, { recoveryCode }]) {
      const phone = await newDevice(double, account);
      expect(await phone.vault.unlock({ passkey: mine.passkey })).toBe("wrong-secret");
      expect(await phone.vault.unlock(secret)).toBeUndefined();
    }
  });

  it("a first passphrase set with the code leaves the passkey as it was", async () => {
    const { double, device, mine, account, recoveryCode } = await leilaByPasskey();
    expect(await device.vault.replacePassphrase({ recoveryCode }, passphrase)).toBeUndefined();
    for (const secret of [{ passphrase }, { recoveryCode }, { passkey: mine.passkey }])
      expect(await (await newDevice(double, account)).vault.unlock(secret)).toBeUndefined();
  });

  it("a new code set with the passkey opens, and the old one does no more", async () => {
    const { double, device, mine, account, recoveryCode } = await leilaByPasskey();
    const code = await device.vault.replaceRecoveryCode({ passkey: mine.passkey });
    if (typeof code === "string") throw new Error(code);
    const phone = await newDevice(double, account);
    expect(await phone.vault.unlock({ recoveryCode })).toBe("wrong-secret");
    expect(await phone.vault.unlock({ recoveryCode: code.groups.join(" ") })).toBeUndefined();
    expect(await (await newDevice(double, account)).vault.unlock({ passkey: mine.passkey })).toBeUndefined();
  });

  it("goes on opening when the passphrase is replaced with the code, and when the code is", async () => {
    const { double, device, mine, account, recoveryCode } = await leilaByPasskey();
    await device.vault.replacePassphrase({ recoveryCode }, passphrase);
    const next = "seven quiet pines above a copper lantern";
    expect(await device.vault.replacePassphrase({ recoveryCode }, next)).toBeUndefined();
    expect(await (await newDevice(double, account)).vault.unlock({ passkey: mine.passkey })).toBeUndefined();
    const code = await device.vault.replaceRecoveryCode({ passphrase: next });
    if (typeof code === "string") throw new Error(code);
    const phone = await newDevice(double, account);
    expect(await phone.vault.openWithPasskey({ passphrase }, mine)).toBe("wrong-secret");
    expect(await phone.vault.unlock({ passkey: mine.passkey })).toBeUndefined();
    expect(await (await newDevice(double, account)).vault.unlock({ passphrase: next })).toBeUndefined();
  });

  it("one that is added goes on opening too, without ever having been used", async () => {
    const { double, device, account, recoveryCode } = await leilaByPasskey();
    const second = aPasskey();
    const signed = await device.vault.signPasskey({ recoveryCode }, { ...second, credential: new Uint8Array([1]) });
    if (typeof signed === "string" || !signed.slot) throw new Error("not signed");
    await double.as(account).call(PutSlot, { body: signed.slot });
    await device.vault.notePasskey("passkey-added", second.id);
    await device.vault.replacePassphrase({ recoveryCode }, passphrase);
    expect(await (await newDevice(double, account)).vault.unlock({ passkey: second.passkey })).toBeUndefined();
  });

  it("once removed it opens nothing, whatever slots the server kept and shows, now and after a new passphrase", async () => {
    const { double, device, mine, account, recoveryCode } = await leilaByPasskey();
    await device.vault.replacePassphrase({ recoveryCode }, passphrase);
    const keys = double.keys.get(account);
    const slot = keys?.slots.get(mine.id);
    if (!keys || !slot) throw new Error("no slot");
    if (typeof (await device.vault.signPasskeyRemoval({ passphrase }, mine.id)) === "string")
      throw new Error("no removal");
    expect(keys.slots.has(mine.id)).toBe(false);
    for (const next of [passphrase, "seven quiet pines above a copper lantern"]) {
      keys.slots.set(mine.id, slot);
      expect(await (await newDevice(double, account)).vault.unlock({ passkey: mine.passkey })).toBe("wrong-secret");
      expect(await device.vault.replacePassphrase({ recoveryCode }, next)).toBeUndefined();
      expect(await (await newDevice(double, account)).vault.unlock({ passkey: mine.passkey })).toBe("wrong-secret");
      expect(await (await newDevice(double, account)).vault.unlock({ passphrase: next })).toBeUndefined();
    }
  });
});

describe("C02, C24: a server that touches the passkey's slot", () => {
  it.each<[string, (fields: ReadonlyArray<Value>) => ReadonlyArray<Value>]>([
    ["as a recovery code's", (fields) => fields.with(3, 2)],
    ["as a passphrase's, cheap to derive", (fields) => fields.with(3, 1).with(4, [8, 1, 1])],
    ["as a passphrase's", (fields) => fields.with(3, 1).with(4, [65_536, 3, 1])],
    ["with parameters", (fields) => fields.with(4, [1])],
    ["under another id", (fields) => fields.with(2, new Uint8Array(16).fill(7))],
    ["of another suite", (fields) => fields.with(0, 2)],
    ["with another salt", (fields) => fields.with(5, new Uint8Array(16))],
    ["with another key in it", (fields) => fields.with(6, new Uint8Array(32).fill(9))],
    ["in the form of before", (fields) => [...fields.slice(0, 6), new Uint8Array(60)]],
    ["of another person", (fields) => fields.with(1, new Uint8Array(16).fill(7))],
  ])("%s: nothing opens, nothing is sent, and she is as she was", async (_, change) => {
    const { double, mine, account, recoveryCode } = await leilaByPasskey();
    const slots = double.keys.get(account)?.slots;
    const honest = slots?.get(mine.id);
    if (!slots || !honest) throw new Error("no slot");
    slots.set(mine.id, encode(change(fieldsOf(honest))));
    const phone = await newDevice(double, account);
    const before = double.asked.length;
    expect(await phone.vault.unlock({ passkey: mine.passkey })).toBe("wrong-secret");
    const asked = double.asked.slice(before).map(({ operation }) => operation);
    expect(asked.filter((operation) => operation.startsWith("put") || operation.startsWith("enrol"))).toEqual([]);
    expect(await phone.vault.unlock({ recoveryCode })).toBeUndefined();
  });

  it("another person's slot under her name opens nothing", async () => {
    const double = new Double();
    const leila = await leilaByPasskey(double);
    const ingrid = await leilaByPasskey(double);
    const theirs = double.keys.get(ingrid.account)?.slots.get(ingrid.mine.id);
    if (!theirs) throw new Error("no slot");
    double.keys.get(leila.account)?.slots.set(leila.mine.id, theirs);
    const phone = await newDevice(double, leila.account);
    for (const { passkey } of [leila.mine, ingrid.mine])
      expect(await phone.vault.unlock({ passkey })).toBe("wrong-secret");
  });
});

it("C03: no request of enrolling, adding, unlocking or healing holds anything derived from what a passkey gave", async () => {
  const { double, device, mine, account, recoveryCode } = await leilaByPasskey();
  const second = aPasskey();
  const credential = crypto.getRandomValues(new Uint8Array(40));
  const signed = await device.vault.signPasskey({ passkey: mine.passkey }, { ...second, credential });
  if (typeof signed === "string" || !signed.slot) throw new Error("not signed");
  expect(await device.vault.openWithPasskey({ recoveryCode }, second)).toBeUndefined();
  const phone = await newDevice(double, account);
  expect(await phone.vault.unlock({ passkey: second.passkey })).toBeUndefined();
  const traffic = Buffer.concat([sent(double), signed.change, signed.slot]);
  for (const { id, passkey } of [mine, second]) {
    const slot = double.keys.get(account)?.slots.get(id);
    if (!slot) throw new Error("no slot");
    // That such a thing would be found: the slot itself is there.
    expect(traffic.indexOf(Buffer.from(slot))).toBeGreaterThan(-1);
    for (const bytes of await derivedFrom(passkey, slot)) {
      const texts = (["hex", "base64", "base64url"] as const).map((name) => Buffer.from(bytes).toString(name));
      for (const form of [Buffer.from(bytes), ...texts.map((text) => text.replace(/=+$/, ""))])
        expect(traffic.indexOf(form)).toBe(-1);
    }
  }
});

it("C07: what her keys say about a passkey takes a secret, each time", async () => {
  const double = new Double();
  const leila = kept(await enrolled(double));
  const mine = { ...aPasskey(), credential: new Uint8Array([1, 2, 3]) };
  for (const secret of [{ passphrase: "not the one that she chose" }, { passkey: mine.passkey }]) {
    expect(await leila.vault.signPasskey(secret, mine)).toBe("wrong-secret");
    expect(await leila.vault.signPasskeyRemoval(secret, mine.id)).toBe("wrong-secret");
    expect(await leila.vault.openWithPasskey(secret, mine)).toBe("wrong-secret");
  }
  expect(double.keys.get(leila.account)?.slots.size).toBe(2);
});
