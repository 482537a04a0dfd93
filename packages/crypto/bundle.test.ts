import { beforeAll, expect, test } from "vitest";
import {
  type Bundle,
  type BundleFields,
  type DskPublic,
  type IekPublic,
  makeDeviceKeys,
  makeNextBundle,
  newSecrets,
  importIdentity,
  refuseSuccessor,
  verifyBundle,
} from "./index.ts";
import { encode } from "./cbor.ts";
import { sign } from "./curves.ts";
import { tagged } from "./domain.ts";
import { type TestPerson, aPerson, idOf } from "./testing/people.ts";
import { type Bytes, fromHex, zeros32 } from "./values.ts";

let ana: TestPerson;
let second: Bundle;
beforeAll(async () => {
  ana = await aPerson(1);
  const { dskPublic } = await makeDeviceKeys();
  second = await makeNextBundle(ana.isk, ana.bundle, {
    add: [{ device: idOf("device", 40), dsk: dskPublic, addedAt: 5 }],
  });
});

/** Signs whatever fields, as a hostile holder of the ISK would. */
async function signAnything(fields: BundleFields): Promise<Bytes> {
  const { user, version, previous, isk, iekVersion, iek } = fields;
  const devices = fields.devices.map(({ device, dsk, addedAt, retired }) => [device, dsk, addedAt, retired ? 1 : 0]);
  const body = encode([1, user, version, previous, isk, iekVersion, iek, devices]);
  return encode([body, await sign(ana.isk, tagged("bundle", body))]);
}

async function successor(change: Partial<BundleFields>): Promise<ReturnType<typeof refuseSuccessor>> {
  const bytes = await signAnything({ ...second, ...change });
  const bundle = await verifyBundle(bytes);
  if (typeof bundle === "string") throw new Error(bundle);
  return refuseSuccessor(ana.bundle, bundle);
}

test("Ana's phone follows in her second bundle", async () => {
  expect(refuseSuccessor(ana.bundle, second)).toBeUndefined();
  expect(second.devices.map(({ retired }) => retired)).toEqual([false, false]);
  const read = await verifyBundle(second.bytes);
  expect(read).toEqual(second);
});

test("a retired device stays in the list", async () => {
  const third = await makeNextBundle(ana.isk, second, { retire: [idOf("device", 40)] });
  expect(refuseSuccessor(second, third)).toBeUndefined();
  expect(third.devices.map(({ retired }) => retired)).toEqual([false, true]);
});

test("C09 a bundle swapped after it was pinned is refused", async () => {
  const other = await aPerson(1);
  expect(refuseSuccessor(ana.bundle, other.bundle)).toBe("isk-changed");
  expect(refuseSuccessor(second, ana.bundle)).toBe("lower-version");
  expect(refuseSuccessor(ana.bundle, ana.bundle)).toBe("known");
  const ben = await aPerson(2);
  expect(refuseSuccessor(ana.bundle, ben.bundle)).toBe("other-user");
});

test.each<[string, () => Partial<BundleFields>, string]>([
  ["leaves a device out", () => ({ devices: second.devices.slice(1) }), "broken-succession"],
  ["exchanges a device's key", () => ({ devices: second.devices.with(0, swapped()) }), "broken-succession"],
  ["changes the order of devices", () => ({ devices: second.devices.toReversed() }), "broken-succession"],
  ["changes IEK under one version", () => ({ iek: fresh() }), "broken-succession"],
  ["jumps over a version of IEK", () => ({ iek: fresh(), iekVersion: 3 }), "broken-succession"],
  ["raises the version of an equal IEK", () => ({ iekVersion: 2 }), "broken-succession"],
  ["names another predecessor", () => ({ previous: second.hash }), "bundle-fork"],
  ["jumps over a version", () => ({ version: 3 }), "version-gap"],
])("C09 a bundle that %s is no successor", async (_, change, word) => {
  expect(await successor(change())).toBe(word);
});

const fresh = (): IekPublic => new Uint8Array(32).fill(77) as IekPublic;
const swapped = () => {
  const [first] = second.devices;
  const [, other] = second.devices;
  if (first === undefined || other === undefined) throw new Error("no devices");
  return { ...first, dsk: other.dsk.toReversed() as DskPublic };
};

test("a device that comes back from retirement is no successor", async () => {
  const third = await makeNextBundle(ana.isk, second, { retire: [idOf("device", 40)] });
  const devices = third.devices.map((device) => ({ ...device, retired: false }));
  const bytes = await signAnything({ ...third, version: 4, previous: third.hash, devices });
  const fourth = await verifyBundle(bytes);
  if (typeof fourth === "string") throw new Error(fourth);
  expect(refuseSuccessor(third, fourth)).toBe("broken-succession");
});

test("two different bundles with one version are a fork", async () => {
  const other = await makeNextBundle(ana.isk, ana.bundle, { retire: [idOf("device", 17)] });
  expect(refuseSuccessor(second, other)).toBe("bundle-fork");
});

test("an IEK or a device that ISK did not sign is nothing", async () => {
  const other = await newSecrets(importIdentity);
  const { user, version, previous, isk, iekVersion, iek } = ana.bundle;
  const body = encode([1, user, version, previous, isk, iekVersion, iek, []]);
  const bytes = encode([body, await sign(other.isk, tagged("bundle", body))]);
  expect(await verifyBundle(bytes)).toBe("bad-signature");
});

const smallOrder = [
  ["0", "0000000000000000000000000000000000000000000000000000000000000000"],
  ["1", "0100000000000000000000000000000000000000000000000000000000000000"],
  ["p-1", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"],
  ["p, a second form of 0", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"],
  ["p+1, a second form of 1", "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"],
];
test.each([
  ...smallOrder,
  ["order 8", "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"],
  ["order 8, the other", "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"],
  ["the base point with a sign bit", "0900000000000000000000000000000000000000000000000000000000000080"],
])("C15 an encryption key of low order or in a second form is refused: %s", async (_, point) => {
  expect(await verifyBundle(await signAnything({ ...second, iek: fromHex(point) as IekPublic }))).toBe("weak-key");
});

test.each([
  ...smallOrder,
  ["order 8", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"],
  ["order 8, negative", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"],
  ["order 8, the other", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"],
])("C15 a device key of small order or in a second form is refused: %s", async (_, point) => {
  const devices = second.devices.map((device) => ({ ...device, dsk: fromHex(point) as DskPublic })).slice(0, 1);
  expect(await verifyBundle(await signAnything({ ...second, devices }))).toBe("weak-key");
});

test.each<[string, (fields: BundleFields) => Partial<BundleFields>]>([
  ["version 0", () => ({ version: 0 })],
  ["a first version with a predecessor", () => ({ version: 1 })],
  ["a later version without a predecessor", () => ({ previous: zeros32 as Bundle["previous"] })],
  ["one device twice", ({ devices }) => ({ devices: [...devices, ...devices] })],
  ["IEK version 0", () => ({ iekVersion: 0 })],
])("a bundle with %s is malformed", async (_, change) => {
  expect(await verifyBundle(await signAnything({ ...second, ...change(second) }))).toBe("malformed");
});
