import { beforeAll, describe, expect, it, test } from "vitest";
import {
  type Amk,
  type IdentitySecrets,
  type SlotSecret,
  importIdentity,
  kdfFloor,
  makeDeviceKeys,
  makeDoor,
  makeRecoverySecret,
  makeRing,
  newAmk,
  newSecrets,
  openRing,
  openSlot,
  readPasskeySecret,
  readSlot,
  sealSlot,
  shutDoor,
  withNewIek,
} from "./index.ts";
import { argon2id, inJavaScript } from "./argon2.ts";
import { type Value, decode, encode } from "./cbor.ts";
import { idOf } from "./testing/people.ts";
import { makeFormerSlot, makeSlot } from "./testing/slots.ts";
import { type BundleHash, type Bytes, type HostKey, type RecordHash, hex, utf8 } from "./values.ts";

const user = idOf("user", 1);
const passphrase: SlotSecret = { type: "passphrase", passphrase: "six plain words are a good start" };
const recovery: SlotSecret = { type: "recovery", code: makeRecoverySecret() };
const copy = async (amk: Amk): Promise<string> => hex(amk);

const prfOf = (byte: number): SlotSecret => {
  const prf = readPasskeySecret(new Uint8Array(32).fill(byte));
  if (!prf) throw new Error("no secret");
  return { type: "passkey", prf };
};
const passkey = prfOf(7);

let byPassphrase: Bytes;
let byPasskey: Bytes;
let byRecovery: Bytes;
let amkHex: string;
beforeAll(async () => {
  await newAmk(async (amk) => {
    amkHex = hex(amk);
    byPassphrase = await makeSlot(amk, user, idOf("slot", 1), passphrase);
    byRecovery = await makeSlot(amk, user, idOf("slot", 2), recovery);
    byPasskey = await makeSlot(amk, user, idOf("slot", 3), passkey);
  });
}, 120_000);

const facts = {
  user,
  version: 3,
  bundleHash: new Uint8Array(32).fill(1) as BundleHash,
  ownLog: idOf("log", 8),
  ownLogEpoch1Hash: new Uint8Array(32).fill(2) as RecordHash,
  ownLogHeads: [3, 4].map((byte) => new Uint8Array(32).fill(byte) as RecordHash),
};

const changed = (slot: Bytes, at: number, value: Value): Bytes => {
  const fields = decode(slot) as ReadonlyArray<Value>;
  return encode(fields.with(at, value));
};

test("each way of unlocking gives the same master key", async () => {
  expect(await openSlot(byPasskey, user, passkey, copy)).toEqual({ value: amkHex });
  expect(await openSlot(byPassphrase, user, passphrase, copy)).toEqual({ value: amkHex });
  expect(await openSlot(byRecovery, user, recovery, copy)).toEqual({ value: amkHex });
  const spaced: SlotSecret = { type: "passphrase", passphrase: "  six plain  words are a good start " };
  expect(await openSlot(byPassphrase, user, spaced, copy)).toEqual({ value: amkHex });
});

test("a wrong passphrase, code or passkey opens nothing", async () => {
  expect(await openSlot(byPasskey, user, prfOf(8), copy)).toBe("wrong-secret");
  expect(await openSlot(byPasskey, user, passphrase, copy)).toBe("other-type");
  expect(readPasskeySecret(new Uint8Array(31))).toBeUndefined();
  const wrong: SlotSecret = { type: "passphrase", passphrase: "six plain words are a good star" };
  expect(await openSlot(byPassphrase, user, wrong, copy)).toBe("wrong-secret");
  expect(await openSlot(byRecovery, user, { type: "recovery", code: makeRecoverySecret() }, copy)).toBe("wrong-secret");
  expect(await openSlot(byRecovery, user, passphrase, copy)).toBe("other-type");
});

test.each([
  ["less memory", [65_535, 3, 1], "kdf-below-floor"],
  ["fewer passes", [65_536, 2, 1], "kdf-below-floor"],
  ["no lane", [65_536, 3, 0], "kdf-below-floor"],
  ["much less of all", [8, 1, 1], "kdf-below-floor"],
  ["too much memory", [1_048_577, 3, 1], "kdf-above-ceiling"],
  ["too many passes", [65_536, 17, 1], "kdf-above-ceiling"],
  ["a fourth number", [65_536, 3, 1, 1], "malformed"],
  ["nothing", [], "malformed"],
])("C01 a server that asks for %s is refused", async (_, params, word) => {
  const slot = changed(byPassphrase, 4, params);
  expect(readSlot(slot)).toBe(word);
  expect(await openSlot(slot, user, passphrase, copy)).toBe(word);
});

test("C01 the floor is 64 MiB and three passes, and what is made is not below it", () => {
  expect(kdfFloor).toEqual({ memoryKiB: 65_536, passes: 3, lanes: 1 });
  expect((decode(byPassphrase) as ReadonlyArray<Value>)[4]).toEqual([65_536, 3, 1]);
});

test.each<[string, number, Value]>([
  ["the slot's id", 2, idOf("slot", 9)],
  ["the salt", 5, new Uint8Array(16)],
  ["what HPKE sends along", 6, new Uint8Array(32).fill(9)],
  ["the sealed key", 7, new Uint8Array(48)],
])("C02 with %s changed the code, or the passkey, opens nothing", async (_, at, value) => {
  expect(await openSlot(changed(byRecovery, at, value), user, recovery, copy)).toBe("wrong-secret");
  expect(await openSlot(changed(byPasskey, at, value), user, passkey, copy)).toBe("wrong-secret");
});

test("C02 with its parameters changed, even to stronger ones, the passphrase opens nothing", async () => {
  expect(await openSlot(changed(byPassphrase, 4, [65_537, 3, 1]), user, passphrase, copy)).toBe("wrong-secret");
});

test("C02 with user or type changed nothing opens", async () => {
  const ben = idOf("user", 2);
  const given = changed(byRecovery, 1, ben);
  expect(await openSlot(given, user, recovery, copy)).toBe("other-user");
  expect(await openSlot(given, ben, recovery, copy)).toBe("wrong-secret");
  // What a passkey gives is longer than a code; cut to its length, it is still no code.
  expect(await openSlot(changed(byRecovery, 3, 3), user, passkey, copy)).toBe("wrong-secret");
  expect(await openSlot(changed(byPasskey, 3, 2), user, recovery, copy)).toBe("wrong-secret");
  const asRecovery = changed(changed(byPassphrase, 3, 2), 4, []);
  expect(await openSlot(asRecovery, user, recovery, copy)).toBe("wrong-secret");
  expect(await openSlot(changed(byRecovery, 5, new Uint8Array(16)), user, recovery, copy)).toBe("wrong-secret");
});

test("C24 an unknown type or suite of slot is refused", () => {
  expect(readSlot(changed(byRecovery, 3, 4))).toBe("unknown-type");
  expect(readSlot(changed(byRecovery, 3, 0))).toBe("unknown-type");
  expect(readSlot(changed(byRecovery, 0, 2))).toBe("unknown-suite");
  expect(readSlot(changed(byRecovery, 4, [1]))).toBe("malformed");
  expect(readSlot(changed(byPasskey, 4, [65_536, 3, 1]))).toBe("malformed");
});

describe("a slot of before doors were", () => {
  it.each([
    ["passphrase", passphrase],
    ["recovery code", recovery],
    ["passkey", passkey],
  ])("opens by its %s, and then has a door", async (_, secret) => {
    await newAmk(async (amk) => {
      const former = await makeFormerSlot(amk, user, idOf("slot", 4), secret);
      expect(shutDoor(former)?.key).toBeUndefined();
      const opened = await openSlot(former, user, secret, async (found, door) => {
        expect(hex(found)).toBe(hex(amk));
        return newAmk(async (next) => ({ next: hex(next), slot: await sealSlot(next, user, door) }));
      });
      if (typeof opened === "string") throw new Error(opened);
      expect(await openSlot(opened.value.slot, user, secret, copy)).toEqual({ value: opened.value.next });
    });
  });
});

describe("C04: a door", () => {
  it("seals a new master key for a secret that is not at hand, and opens nothing", async () => {
    const door = await makeDoor(user, idOf("slot", 5), passkey);
    await newAmk(async (amk) => {
      const slot = await sealSlot(amk, user, door);
      expect(await openSlot(slot, user, passkey, copy)).toEqual({ value: hex(amk) });
      expect(await openSlot(slot, user, prfOf(8), copy)).toBe("wrong-secret");
    });
  });

  it("of somebody else, or made without its psk, seals what does not open", async () => {
    const door = await makeDoor(user, idOf("slot", 5), passkey);
    const theirs = await makeDoor(user, idOf("slot", 5), prfOf(8));
    await newAmk(async (amk) => {
      for (const key of [theirs.key, { ...door.key, psk: theirs.key.psk }, { ...door.key, kem: theirs.key.kem }])
        expect(await openSlot(await sealSlot(amk, user, { ...door, key }), user, passkey, copy)).toBe("wrong-secret");
      const elsewhere = await sealSlot(amk, user, { ...door, slot: idOf("slot", 6) });
      expect(await openSlot(changed(elsewhere, 2, idOf("slot", 5)), user, passkey, copy)).toBe("wrong-secret");
    });
  });

  it("lies in the ring, and is wiped with what else was in it", async () => {
    const door = await makeDoor(user, idOf("slot", 5), passkey);
    const shut = { ...(await makeDoor(user, idOf("slot", 4), recovery)), key: undefined };
    await newAmk((amk) =>
      newSecrets(async (secrets) => {
        const ring = await makeRing(amk, facts, { ...secrets, doors: [door, shut] });
        let psk: Bytes | undefined;
        const opened = await openRing(amk, ring, user, async (_, { doors }) => {
          psk = doors === "none" ? undefined : doors[1]?.key?.psk;
          return { doors: structuredClone(doors) };
        });
        expect(opened).toEqual({ value: { doors: [shut, door] } });
        expect(psk?.every((byte) => byte === 0)).toBe(true);
        const former = await makeRing(amk, facts, { ...secrets, doors: "none" });
        const before = await openRing(amk, former, user, async (_, { doors }) => ({ doors }));
        expect(before).toEqual({ value: { doors: "none" } });
      }),
    );
  });
});

test("C05 the bytes of the master key and of the private keys are zeroed after use, also after a failure", async () => {
  const lent: { amk?: Amk; secrets?: IdentitySecrets; next?: IdentitySecrets } = {};
  await newAmk(async (amk) => {
    lent.amk = amk;
    await newSecrets(async (secrets) => {
      lent.secrets = secrets;
      await withNewIek(secrets, async (next) => {
        lent.next = next;
      });
    });
  });
  const all = [
    lent.amk,
    lent.secrets?.iskSeed,
    lent.secrets?.logSalt,
    ...(lent.next?.ieks ?? []).map((iek) => iek.secret),
  ];
  expect(all).toHaveLength(5);
  for (const bytes of all) expect(bytes?.every((byte) => byte === 0)).toBe(true);

  let opened: Amk | undefined;
  const failing = openSlot(byRecovery, user, recovery, async (amk) => {
    opened = amk;
    throw new Error("the page went away");
  });
  await expect(failing).rejects.toThrow("the page went away");
  expect(opened?.every((byte) => byte === 0)).toBe(true);
});

test("C05 no private key can be exported after unlocking", async () => {
  const identity = await newSecrets(importIdentity);
  const device = await makeDeviceKeys();
  const keys = [identity.isk, device.dsk, ...identity.ieks.map(({ iek }) => iek)];
  for (const key of keys) {
    const host = key as unknown as HostKey;
    expect(host.extractable).toBe(false);
    for (const format of ["pkcs8", "jwk"] as const) {
      await expect(crypto.subtle.exportKey(format, host)).rejects.toThrow(/extractable/);
    }
  }
});

test("the ring gives back the same identity, and only to its owner and key", async () => {
  const made = await newAmk((amk) =>
    newSecrets((secrets) =>
      withNewIek(secrets, async (two) => ({
        amk: amk.slice() as Amk,
        ring: await makeRing(amk, facts, two),
        identity: await importIdentity(two),
      })),
    ),
  );
  const opened = await openRing(made.amk, made.ring, user, async (said, secrets) => {
    return { said, identity: await importIdentity(secrets) };
  });
  if (typeof opened === "string") throw new Error(opened);
  expect(opened.value.said).toEqual(facts);
  expect(opened.value.identity.iskPublic).toEqual(made.identity.iskPublic);
  expect(opened.value.identity.ieks.map(({ version, iekPublic }) => [version, hex(iekPublic)])).toEqual(
    made.identity.ieks.map(({ version, iekPublic }) => [version, hex(iekPublic)]),
  );
  const nothing = async (): Promise<void> => undefined;
  expect(await openRing(made.amk, made.ring, idOf("user", 2), nothing)).toBe("other-user");
  expect(await openRing(new Uint8Array(32) as Amk, made.ring, user, nothing)).toBe("wrong-key");
  for (const [at, value] of [
    [2, 2],
    [3, new Uint8Array(32)],
    [4, idOf("log", 1)],
    [5, new Uint8Array(32)],
    [6, []],
  ] as const) {
    expect(await openRing(made.amk, changed(made.ring, at, value), user, nothing)).toBe("wrong-key");
  }
});

test.each(["wasm", "javascript"])("Argon2id as its reference implementation gives it, by %s", async (side) => {
  // phc-winner-argon2, src/test.c, version 0x13: t=2, m=2^8 KiB, p=1.
  const run = side === "wasm" ? argon2id : inJavaScript;
  const bytes = await run(utf8("password"), utf8("somesalt"), { memoryKiB: 256, passes: 2, lanes: 1 });
  expect(hex(bytes)).toBe("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
});
