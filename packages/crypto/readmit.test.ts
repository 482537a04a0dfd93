import { beforeEach, expect, test } from "vitest";
import {
  type AnnouncedEpoch,
  type Bundle,
  type Readmit,
  type ReadmitFields,
  closedUpTo,
  currentEpoch,
  epochDue,
  foldOrder,
  makeDeviceKeys,
  makeNextBundle,
  makeReadmit,
  nextPlace,
  openItem,
  openWrap,
  readItem,
  readReadmit,
  readmitPlan,
  restoreLog,
  rewrap,
  saveLog,
  saveVerified,
  startLog,
  textOf,
  verifyReadmit,
} from "./index.ts";
import { type Sent, type TestPerson, Writer, aPerson, aRoom, words, fail } from "./testing/people.ts";
import { type BundleHash, type IskHash, type RecordHash, hex, random } from "./values.ts";

/** Ben has lost every key and made a new identity; Ana has compared the twelve words with him anew. */
let ana: Writer;
let ben: Writer;
let first: AnnouncedEpoch;
let said: Sent;
let back: TestPerson;
beforeEach(async () => {
  ({ ana, ben, announced: first } = await aRoom());
  said = await ben.write("before the loss");
  await ana.take([said.bytes]);
  back = await aPerson(2, 90);
});

async function readmitBen(change: (plan: ReadmitFields) => Partial<ReadmitFields> = () => ({})): Promise<Readmit> {
  await ana.learn(back.bundle);
  const plan = readmitPlan(ana.log, ben.person.user, back.bundle.iskHash, true) ?? fail("no plan");
  const place = nextPlace(ana.log, ana.person.user, ana.own.device);
  return makeReadmit(ana.own.dsk, place, { ...plan, ...change(plan) });
}

test("C14 another identity of the partner is refused, and nothing follows from it", async () => {
  expect(await ana.learn(back.bundle)).toBe("isk-changed");
  const place = nextPlace(ben.log, ben.person.user, ben.own.device);
  const intruder = new Writer(ana.log, back, ana.keys);
  expect(place.seq).toBe(2);
  expect(words(await ana.take([(await intruderItem(intruder)).bytes]))).toEqual(["aside unknown-device"]);
  expect(epochDue(ana.log)).toBeUndefined();
});

async function intruderItem(writer: Writer): Promise<Sent> {
  const log = startLog(writer.log.log, "room", [ana.person.bundle, back.bundle]);
  const alone = new Writer(log, back, writer.keys);
  return alone.write("it is me, Ben", 1);
}

test("a readmit without history closes what was sealed before, also after the log was laid aside", async () => {
  expect(closedUpTo(ana.log)).toBe(0);
  const readmit = await readmitBen(() => ({ history: false }));
  const [taken] = await ana.take([readmit.bytes]);
  expect(closedUpTo(ana.log)).toBe(1);
  await ana.announce();
  expect(closedUpTo(ana.log)).toBe(1);
  expect(taken?.result === "accepted" && taken.verified.epoch).toBe(1);
  const packs = [saveVerified(foldOrder(ana.log, () => true))];
  const again = await restoreLog(saveLog(ana.log), packs);
  expect(again && closedUpTo(again)).toBe(1);
});

test("a readmit with history closes nothing", async () => {
  await ana.take([(await readmitBen()).bytes]);
  await ana.announce();
  expect(closedUpTo(ana.log)).toBe(0);
});

test("a readmit lets Ben in again: his new devices count, the old identity ends, the next epoch names the new one", async () => {
  const readmit = await readmitBen();
  expect(words(await ana.take([readmit.bytes]))).toEqual(["accepted"]);
  expect(epochDue(ana.log)).toBe("readmitted");
  expect(currentEpoch(ana.log)).toBeUndefined();
  const late = await ben.write("from the lost phone, after the readmit", 1);
  expect(words(await ana.take([late.bytes]))).toEqual(["rejected after-cut"]);
  const second = await ana.announce();
  expect(second.epoch.members.map(({ iskHash }) => hex(iskHash))).toContain(hex(back.bundle.iskHash));
  expect(epochDue(ana.log)).toBeUndefined();

  // Ben comes back: his old bundle comes from the readmit alone, whose signature he checks first.
  const read = readReadmit(readmit.bytes);
  const [device] = ana.person.bundle.devices;
  expect(typeof read === "object" && device && (await verifyReadmit(read, device.dsk))).toBe(true);
  expect(hex(ben.person.bundle.hash)).toBe(hex(readmit.oldBundleHash));
  const log = startLog(ana.log.log, "room", [ana.person.bundle, ben.person.bundle]);
  const returned = new Writer(log, back, new Map());
  expect(await returned.learn(back.bundle)).toBe("isk-changed");
  const records = [second.epoch.bytes, readmit.bytes, said.bytes, first.epoch.bytes];
  expect(words(await returned.take(records)).every((word) => word === "accepted")).toBe(true);

  // Ana gives him the history: she opens her own wrap and seals the same key to his new one.
  const own = first.wraps.find(({ user }) => hex(user) === hex(ana.person.user)) ?? fail("no wrap");
  const target = { user: back.user, iekVersion: 1, iek: back.bundle.iek };
  const wrap = await rewrap(ana.person.identity.ieks, ana.person.user, first.epoch, own.bytes, target);
  if (typeof wrap === "string") throw new Error(wrap);
  const key = await openWrap(back.identity.ieks, back.user, first.epoch, wrap);
  const item = readItem(said.bytes);
  if (typeof key === "string" || typeof item === "string") throw new Error("nothing to open");
  const opened = await openItem(key, item);
  expect(typeof opened === "object" && textOf(opened.plaintext)).toBe("before the loss");
  returned.keys.set(2, second.key);
  const hello = await returned.write("back again");
  expect(words(await ana.take([hello.bytes]))).toEqual(["accepted"]);
  expect(foldOrder(ana.log).map(({ hash }) => hex(hash))).toEqual(foldOrder(returned.log).map(({ hash }) => hex(hash)));
});

test("records of the new identity that come before the readmit in one stream are taken after it", async () => {
  const readmit = await readmitBen();
  await ana.take([readmit.bytes]);
  const second = await ana.announce();
  const pinned = [ana.person.bundle, ben.person.bundle];
  const returned = new Writer(startLog(ana.log.log, "room", pinned), back, ana.keys);
  await returned.learn(back.bundle);
  await returned.take([first.epoch.bytes, said.bytes, readmit.bytes, second.epoch.bytes]);
  const hello = await returned.write("back again");
  const other = new Writer(startLog(ana.log.log, "room", pinned), ana.person, ana.keys);
  await other.learn(back.bundle);
  const stream = [hello.bytes, second.epoch.bytes, readmit.bytes, said.bytes, first.epoch.bytes];
  expect(words(await other.take(stream))).toEqual(stream.map(() => "accepted"));
});

test("what the old identity sent and the readmit leaves out is voided where it was already taken", async () => {
  const readmit = await readmitBen();
  const late = await ben.write("sent before, arrived later");
  const other = new Writer(startLog(ana.log.log, "room", [ana.person.bundle, ben.person.bundle]), ana.person, ana.keys);
  await other.learn(back.bundle);
  await other.take([first.epoch.bytes, said.bytes, late.bytes]);
  const [verdict] = await other.take([readmit.bytes]);
  expect(verdict).toMatchObject({ result: "accepted", undone: { rebuild: false, voided: [{ hash: late.hash }] } });
  await ana.take([readmit.bytes, late.bytes]);
  expect(foldOrder(other.log)).toEqual(foldOrder(ana.log));
});

test("C14 a readmit waits for the new bundle", async () => {
  const readmit = await readmitBen();
  const other = new Writer(startLog(ana.log.log, "room", [ana.person.bundle, ben.person.bundle]), ana.person, ana.keys);
  const stream = [first.epoch.bytes, said.bytes, readmit.bytes];
  expect(words(await other.take(stream))).toEqual(["accepted", "accepted", "aside new-bundle"]);
  await other.learn(back.bundle);
  expect(words(await other.take([readmit.bytes]))).toEqual(["accepted"]);
});

test("the lost keys cannot readmit anybody, and nobody readmits themselves", async () => {
  const readmit = await readmitBen();
  const forged = await makeReadmit(ben.own.dsk, nextPlace(ben.log, ben.person.user, ben.own.device), readmit);
  expect(words(await ana.take([forged.bytes]))).toEqual(["aside unknown-device"]);
});

test.each<[string, (plan: ReadmitFields) => Partial<ReadmitFields>, string]>([
  ["another old identity", () => ({ oldIskHash: random(32) as IskHash }), "rejected wrong-readmit"],
  ["an old bundle that is not known", () => ({ oldBundleHash: random(32) as BundleHash }), "aside newer-bundle"],
  ["another last epoch", () => ({ lastEpoch: random(32) as RecordHash }), "rejected wrong-readmit"],
  ["the old identity as the new one", ({ oldIskHash }) => ({ newIskHash: oldIskHash }), "aside new-bundle"],
  [
    "an end at a record that nobody has",
    ({ ends }) => ({ ends: ends.map((end) => ({ ...end, lastHash: random(32) as RecordHash })) }),
    "aside missing-seen",
  ],
  [
    "an end at a wrong place",
    ({ ends }) => ({ ends: ends.map((end) => ({ ...end, lastSeq: end.lastSeq + 1 })) }),
    "rejected wrong-readmit",
  ],
])("C14 a readmit that names %s lets nobody in", async (_, change, word) => {
  const readmit = await readmitBen(change);
  expect(words(await ana.take([readmit.bytes]))).toEqual([word]);
  expect(epochDue(ana.log)).toBeUndefined();
});

test("who joined late knows the old bundle by the hash that a later one names, or by being given it", async () => {
  const [oldest, second, third] = [
    ben.person.bundle,
    await makeNextBundle(ben.person.isk, ben.person.bundle, {}),
    await makeNextBundle(ben.person.isk, await makeNextBundle(ben.person.isk, ben.person.bundle, {}), {}),
  ];
  await ana.learn(second);
  const late = (pinned: Bundle) => startLog(ana.log.log, "room", [ana.person.bundle, pinned]);
  const readmit = await readmitBen();
  expect(hex(readmit.oldBundleHash)).toBe(hex(second.hash));
  const stream = [first.epoch.bytes, said.bytes, readmit.bytes];
  const one = new Writer(late(third), ana.person, ana.keys);
  await one.learn(back.bundle);
  expect(words(await one.take(stream)).at(-1)).toBe("accepted");

  const fourth = await makeNextBundle(ben.person.isk, third, {});
  const two = new Writer(late(fourth), ana.person, ana.keys);
  await two.learn(back.bundle);
  expect(words(await two.take(stream)).at(-1)).toBe("aside newer-bundle");
  expect(await two.learn(oldest)).toBe("lower-version");
  expect(await two.learn(third)).toBe("lower-version");
  expect(words(await two.take([readmit.bytes]))).toEqual(["accepted"]);
});

test("a new identity may not take over the name of an old device", async () => {
  const readmit = await readmitBen();
  await ana.take([readmit.bytes]);
  const [old] = ben.person.bundle.devices;
  if (old === undefined) throw new Error("no device");
  const { dskPublic } = await makeDeviceKeys();
  const reusing = await makeNextBundle(back.isk, back.bundle, {
    add: [{ device: old.device, dsk: dskPublic, addedAt: 9 }],
  });
  expect(await ana.learn(reusing)).toBe("broken-succession");
  const same = await aPerson(2);
  const other = await aRoom(0xab);
  await other.ana.learn(same.bundle);
  const plan = readmitPlan(other.ana.log, same.user, same.bundle.iskHash, false);
  const place = nextPlace(other.ana.log, other.ana.person.user, other.ana.own.device);
  const taken = plan && (await makeReadmit(other.ana.own.dsk, place, plan));
  expect(taken && words(await other.ana.take([taken.bytes]))).toEqual(["rejected wrong-readmit"]);
});
