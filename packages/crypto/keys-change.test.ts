import { expect, test } from "vitest";
import { iskHashOf } from "./bundle.ts";
import { encode } from "./cbor.ts";
import { importSigning, sign } from "./curves.ts";
import { tagged } from "./domain.ts";
import {
  makeAddressRecord,
  makeDisowning,
  makePasskeyRecord,
  makeSlotRemoval,
  readAddressRecord,
  readDisowning,
  readKeysChange,
  readPasskeyRecord,
  readSlotRemoval,
  signKeysChange,
} from "./keys-change.ts";
import { readSlot } from "./slot.ts";
import { hex, id, utf8 } from "./values.ts";

const ana = await importSigning(new Uint8Array(32).fill(5));
const ben = await importSigning(new Uint8Array(32).fill(6));
const user = id("user", new Uint8Array(16).fill(1));
const slot = id("slot", new Uint8Array(16).fill(2));
const removal = makeSlotRemoval({ user, slot });

test("a change is read back by whoever knows the identity", async () => {
  const change = await signKeysChange(ana.isk, removal);
  const record = await readKeysChange(change, ana.iskPublic);
  expect(typeof record === "string" ? record : hex(record)).toBe(hex(removal));
  expect(readSlotRemoval(removal)).toMatchObject({ user, slot });
});

test("a change that somebody else signed, or that was altered, is none", async () => {
  const change = await signKeysChange(ana.isk, removal);
  expect(await readKeysChange(change, ben.iskPublic)).toBe("bad-signature");
  const altered = Uint8Array.from(change, (byte, at) => (at === 10 ? byte ^ 1 : byte));
  expect(typeof (await readKeysChange(altered, ana.iskPublic))).toBe("string");
  expect(await readKeysChange(utf8("no change"), ana.iskPublic)).toBe("malformed");
});

test("a signature for another purpose is none for a change", async () => {
  const forCut = encode([removal, await sign(ana.isk, tagged("cut", removal))]);
  expect(await readKeysChange(forCut, ana.iskPublic)).toBe("bad-signature");
});

test("another suite, or another form, is no removal", () => {
  expect(typeof readSlotRemoval(encode([2, user, slot]))).toBe("string");
  expect(typeof readSlotRemoval(encode([1, user]))).toBe("string");
});

test("a passkey's record names its credential, and is neither a removal nor a slot", () => {
  const credential = utf8("what an authenticator calls it");
  const record = makePasskeyRecord({ user, slot, credential });
  expect(readPasskeyRecord(record)).toEqual({ user, slot, credential });
  expect(readSlotRemoval(record)).toBe("malformed");
  expect(readPasskeyRecord(removal)).toBe("malformed");
  expect(readSlot(record)).toBe("malformed");
});

test("a disowning names an identity, an address's record a place and a change; neither is any other record", () => {
  const iskHash = iskHashOf(ana.iskPublic);
  const disowning = makeDisowning({ user, iskHash });
  const address = {
    user,
    change: new Uint8Array(16).fill(3),
    use: "private",
    address: utf8("ana@example.org"),
  } as const;
  const record = makeAddressRecord(address);
  expect(readDisowning(disowning)).toEqual({ user, iskHash });
  expect(readAddressRecord(record)).toEqual(address);
  const readers = [readSlotRemoval, readPasskeyRecord, readDisowning, readAddressRecord, readSlot];
  const read = (bytes: Uint8Array) => readers.filter((reader) => typeof reader(bytes) === "object").length;
  expect([disowning, record, removal, makePasskeyRecord({ user, slot, credential: utf8("c") })].map(read)).toEqual([
    1, 1, 1, 1,
  ]);
  const erasing = { ...address, use: "no-account", address: new Uint8Array() } as const;
  expect(readAddressRecord(makeAddressRecord(erasing))).toEqual(erasing);
  expect(readAddressRecord(encode([1, user, new Uint8Array(16), 5, utf8("x")]))).toBe("malformed");
});
