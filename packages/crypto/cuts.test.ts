import { beforeEach, expect, test } from "vitest";
import {
  type AnnouncedEpoch,
  type Bundle,
  type Cut,
  currentEpoch,
  epochDue,
  foldOrder,
  makeCut,
  makeNextBundle,
  startLog,
  takeCut,
} from "./index.ts";
import { type TestDevice, Writer, aRoom, addDevice, words } from "./testing/people.ts";
import { type DeviceId, type RecordHash, hex, random } from "./values.ts";

/** Ana's phone is stolen: it is in her bundle from the start, and writes beside her laptop. */
let ana: Writer;
let ben: Writer;
let phone: TestDevice;
let thief: Writer;
let first: AnnouncedEpoch;
let second: AnnouncedEpoch;
let retired: Bundle;

beforeEach(async () => {
  const made = await aRoom();
  ({ ana, ben, announced: first } = made);
  phone = await addDevice(ana.person, 60);
  for (const writer of [ana, ben]) await writer.learn(ana.person.bundle);
  second = await ana.announce();
  await ben.take([second.epoch.bytes]);
  const pinned = [ana.person.bundle, ben.person.bundle];
  thief = new Writer(startLog(made.room, "room", pinned), ana.person, ana.keys, phone);
  await thief.take([first.epoch.bytes, second.epoch.bytes]);
  retired = await makeNextBundle(ana.person.isk, ana.person.bundle, { retire: [phone.device] });
});

/** Somebody who comes new: bundles and cuts first, then whatever was sent, in the given order. */
async function latecomer(cuts: ReadonlyArray<Cut>, records: ReadonlyArray<Uint8Array>): Promise<Writer> {
  const log = startLog(ana.log.log, "room", [retired, ben.person.bundle]);
  for (const cut of cuts) expect(typeof (await takeCut(log, cut.bytes))).toBe("object");
  const reader = new Writer(log, ben.person, ana.keys);
  await reader.take([first.epoch.bytes, second.epoch.bytes, ...records]);
  return reader;
}

const cutOf = (device: DeviceId, lastSeq: number, lastHash: RecordHash, isk = ana.person.isk): Promise<Cut> =>
  makeCut(isk, { log: ana.log.log, user: ana.person.user, device, lastSeq, lastHash });
const folded = (writer: Writer): ReadonlyArray<string> => foldOrder(writer.log).map(({ hash }) => hex(hash));

test("C25 until the cut is here nothing more is taken from a retired device; then what comes after it is rejected", async () => {
  const good = await thief.write("still Ana");
  await ben.take([good.bytes]);
  expect(await ben.learn(retired)).toBeUndefined();
  const bad = await thief.write("the thief");
  expect(words(await ben.take([bad.bytes]))).toEqual(["aside waits-for-cut"]);
  const cut = await cutOf(phone.device, 1, good.hash);
  expect(await takeCut(ben.log, cut.bytes)).toEqual({ voided: [], rebuild: false });
  const [verdict] = await ben.take([bad.bytes]);
  expect(verdict).toMatchObject({ result: "rejected", because: "after-cut", verified: { void: true } });
  expect(folded(ben)).toContain(hex(good.hash));
  expect(folded(ben)).not.toContain(hex(bad.hash));
});

test("C25 what was accepted before the cut arrived no longer counts, and everybody ends with the same log", async () => {
  const good = await thief.write("still Ana");
  const bad = await thief.write("the thief");
  await ben.take([good.bytes, bad.bytes]);
  const answer = await ben.write("Ben answers the thief");
  await ben.learn(retired);
  const cut = await cutOf(phone.device, 1, good.hash);
  expect(await takeCut(ben.log, cut.bytes)).toMatchObject({ rebuild: false, voided: [{ hash: bad.hash, void: true }] });
  const records = [good.bytes, bad.bytes, answer.bytes];
  for (const order of [records, records.toReversed()])
    expect(folded(await latecomer([cut], order))).toEqual(folded(ben));
  expect(folded(ben)).toContain(hex(answer.hash));
  expect(folded(ben)).not.toContain(hex(bad.hash));
});

test("C25 of two cuts for one device the lower counts, whichever comes first", async () => {
  const one = await thief.write("one");
  const two = await thief.write("two");
  const cuts = [await cutOf(phone.device, 1, one.hash), await cutOf(phone.device, 2, two.hash)];
  for (const order of [cuts, cuts.toReversed()]) {
    const reader = await latecomer(order, [one.bytes, two.bytes]);
    expect(folded(reader)).toContain(hex(one.hash));
    expect(folded(reader)).not.toContain(hex(two.hash));
  }
});

test("a cut that names another record than the one here stops the client; a foreign or early one is nothing", async () => {
  const good = await thief.write("still Ana");
  await ben.take([good.bytes]);
  const cut = await cutOf(phone.device, 1, good.hash);
  expect(await takeCut(ben.log, cut.bytes)).toBe("not-retired");
  await ben.learn(retired);
  const other = await cutOf(phone.device, 1, random(32) as RecordHash);
  expect(await takeCut(ben.log, other.bytes)).toBe("cut-fork");
  const foreign = await cutOf(phone.device, 1, good.hash, ben.person.isk);
  expect(await takeCut(ben.log, foreign.bytes)).toBe("bad-signature");
  const unknown = await cutOf(random(16) as DeviceId, 1, good.hash);
  expect(await takeCut(ben.log, unknown.bytes)).toBe("unknown-device");
  expect(typeof (await takeCut(ben.log, cut.bytes))).toBe("object");
  expect(await takeCut(ben.log, (await aRoom(0xcc)).epoch.bytes)).toBe("malformed");
});

test("a record at the cut's place that is not the cut's record is a fork", async () => {
  const good = await thief.write("still Ana");
  const pinned = [ana.person.bundle, ben.person.bundle];
  const twin = new Writer(startLog(ana.log.log, "room", pinned), ana.person, ana.keys, phone);
  await twin.take([first.epoch.bytes, second.epoch.bytes]);
  const lie = await twin.write("what the thief would rather have said");
  const reader = await latecomer([await cutOf(phone.device, 1, good.hash)], []);
  expect(words(await reader.take([lie.bytes, good.bytes]))).toEqual(["rejected fork", "accepted"]);
});

test("C25 an epoch after the cut keeps its number, is never sealed under, and the next one follows it", async () => {
  const good = await thief.write("still Ana");
  const stolen = await thief.announce();
  await ben.take([good.bytes, stolen.epoch.bytes]);
  await ben.learn(retired);
  const cut = await cutOf(phone.device, 1, good.hash);
  await takeCut(ben.log, cut.bytes);
  expect(epochDue(ben.log)).toBe("after-cut");
  expect(currentEpoch(ben.log)).toBeUndefined();
  const next = await ben.announce();
  expect(next.epoch.n).toBe(stolen.epoch.n + 1);
  const item = await ben.write("among ourselves again");
  const late = await latecomer([cut], [good.bytes, stolen.epoch.bytes, next.epoch.bytes, item.bytes]);
  expect(folded(late)).toEqual(folded(ben));
  expect(currentEpoch(late.log)?.n).toBe(next.epoch.n);
});
