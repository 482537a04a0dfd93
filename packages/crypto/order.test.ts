import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import {
  type Log,
  type Verified,
  foldOrder,
  hasAll,
  heads,
  nextPlace,
  restoreLog,
  saveLog,
  saveVerified,
  startLog,
  takeCut,
  makeCut,
  makeNextBundle,
} from "./index.ts";
import { Writer, aRoom, addDevice, words, fail } from "./testing/people.ts";
import { hex } from "./values.ts";

/** A history of three devices that met now and then: Ana's laptop and phone, and Ben's. */
let start: () => Log;
let records: Uint8Array[];
let expected: ReadonlyArray<string>;
let ana: Writer;

const folded = (log: Log): ReadonlyArray<string> => foldOrder(log).map(({ hash }) => hex(hash));

beforeAll(async () => {
  const made = await aRoom();
  ana = made.ana;
  const phone = await addDevice(ana.person, 61);
  start = () => startLog(made.room, "room", [ana.person.bundle, made.ben.person.bundle]);
  const writers = [
    new Writer(start(), ana.person, ana.keys),
    new Writer(start(), made.ben.person, ana.keys),
    new Writer(start(), ana.person, ana.keys, phone),
  ];
  records = [made.announced.epoch.bytes];
  for (const writer of writers) await writer.take(records);
  // A fixed zigzag: who writes, and who hears of everything, changes from step to step; two epochs come between.
  for (let step = 0; step < 40; step += 1) {
    const writer = writers[(step * 7 + (step % 3)) % 3] ?? fail();
    if (step === 15 || step === 30) {
      await writer.take(records);
      records.push((await writer.announce()).epoch.bytes);
      for (const each of writers) await each.take(records);
    } else {
      const newest = foldOrder(writer.log).reduce((n, { epoch }) => Math.max(n, epoch), 1);
      records.push((await writer.write(`step ${step}`, newest)).bytes);
    }
    if (step % 4 === 1) await writers[(step + 1) % 3]?.take(records);
  }
  const log = start();
  const all = new Writer(log, ana.person, ana.keys);
  await all.take(records);
  expected = folded(log);
});

const shuffled = fc.shuffledSubarray(
  Array.from({ length: 41 }, (_, at) => at),
  { minLength: 41 },
);
const pick = (order: ReadonlyArray<number>): Uint8Array[] => order.flatMap((at) => records[at] ?? []);

test("every record of the history is accepted", async () => {
  const reader = new Writer(start(), ana.person, ana.keys);
  expect(new Set(words(await reader.take(records)))).toEqual(new Set(["accepted"]));
});

test("C16 any permutation of the records gives an equal order of the fold", async () => {
  await fc.assert(
    fc.asyncProperty(shuffled, async (order) => {
      const reader = new Writer(start(), ana.person, ana.keys);
      await reader.take(pick(order));
      expect(folded(reader.log)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test("C16 handed out in pieces, with what was set aside handed in again, the order is the same", async () => {
  await fc.assert(
    fc.asyncProperty(shuffled, fc.integer({ min: 1, max: 9 }), async (order, size) => {
      const reader = new Writer(start(), ana.person, ana.keys);
      let aside: Uint8Array[] = [];
      for (let at = 0; at < order.length; at += size) {
        const batch = [...aside, ...pick(order.slice(at, at + size))];
        const verdicts = await reader.take(batch);
        aside = batch.filter((_, index) => verdicts[index]?.result === "aside");
      }
      expect(aside).toEqual([]);
      expect(folded(reader.log)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test("the order respects what each author had seen, and settles what they had not by hash", async () => {
  const { log } = await whole();
  {
    const order = foldOrder(log);
    const place = new Map(order.map(({ hash }, at) => [hex(hash), at]));
    for (const [at, { parents }] of order.entries()) {
      for (const parent of parents) expect(place.get(hex(parent))).toBeLessThan(at);
    }
    const concurrent = order.some((one, at) => {
      const before = order[at - 1];
      return before !== undefined && !one.parents.some((parent) => hex(parent) === hex(before.hash));
    });
    expect(concurrent).toBe(true);
  }
});

test("of records that do not know each other, the lower hash comes first", async () => {
  const made = await aRoom(0xa7);
  const pinned = [made.ana.person.bundle, made.ben.person.bundle];
  const anaSays = await made.ana.write("at the same time");
  const benSays = await made.ben.write("at the same time");
  const log = startLog(made.room, "room", pinned);
  await new Writer(log, made.ana.person, made.ana.keys).take([made.epoch.bytes, anaSays.bytes, benSays.bytes]);
  const lowFirst = [anaSays, benSays].map(({ hash }) => hex(hash)).toSorted();
  expect(folded(log).slice(1)).toEqual(lowFirst);
});

test("a record with everything behind it may be appended: the order only grows at its end", async () => {
  const reader = new Writer(start(), ana.person, ana.keys);
  let order: ReadonlyArray<string> = [];
  let appended = 0;
  let misplaced = 0;
  for (const record of records) {
    const [verdict] = await reader.take([record]);
    if (verdict?.result !== "accepted") continue;
    const next = folded(reader.log);
    const grown = [...order, hex(verdict.verified.hash)];
    if (verdict.newest) {
      appended += 1;
      misplaced += JSON.stringify(next) === JSON.stringify(grown) ? 0 : 1;
    }
    order = next;
  }
  expect(misplaced).toBe(0);
  expect(appended).toBeGreaterThan(5);
});

test("what was verified is remembered over a restart, at any point, and nothing is verified twice", async () => {
  for (const cutAt of [1, 5, 17, 40]) {
    const reader = new Writer(start(), ana.person, ana.keys);
    const packs: Uint8Array[] = [];
    for (const batch of [records.slice(0, 3), records.slice(3, cutAt)]) {
      const verdicts = await reader.take(batch);
      packs.push(saveVerified(verdicts.flatMap((verdict) => ("verified" in verdict ? (verdict.verified ?? []) : []))));
    }
    const restored = (await restoreLog(saveLog(reader.log), packs)) ?? fail("not restored");
    expect(folded(restored)).toEqual(folded(reader.log));
    expect(heads(restored).map(hex)).toEqual(heads(reader.log).map(hex));
    const again = new Writer(restored, ana.person, ana.keys);
    const verdicts = await again.take(records);
    expect(new Set(words(verdicts))).toEqual(new Set(["known", "accepted"]));
    expect(folded(restored)).toEqual(expected);
    const device = ana.own.device;
    expect(nextPlace(restored, ana.person.user, device)).toEqual(
      nextPlace((await whole()).log, ana.person.user, device),
    );
  }
});

async function whole(): Promise<Writer> {
  const reader = new Writer(start(), ana.person, ana.keys);
  await reader.take(records);
  return reader;
}

test("a memory whose pieces do not fit is not restored", async () => {
  const reader = new Writer(start(), ana.person, ana.keys);
  const verified: Verified[] = [];
  for (const verdict of await reader.take(records)) if (verdict.result === "accepted") verified.push(verdict.verified);
  const saved = saveLog(reader.log);
  expect(await restoreLog(saved, [saveVerified(verified)])).toBeDefined();
  expect(await restoreLog(saved, [saveVerified(verified.slice(0, -1))])).toBeUndefined();
  expect(await restoreLog(saved, [saveVerified(verified.slice(1))])).toBeUndefined();
  expect(await restoreLog(saved, [])).toBeUndefined();
  expect(await restoreLog(saved.subarray(1), [saveVerified(verified)])).toBeUndefined();
  expect(await restoreLog(saved, [saveVerified(verified).subarray(1)])).toBeUndefined();
});

test("a cut is remembered over a restart, with what it voided", async () => {
  const reader = new Writer(start(), ana.person, ana.keys);
  const accepted = (await reader.take(records)).flatMap((one) => (one.result === "accepted" ? one.verified : []));
  const phone = ana.person.devices[1] ?? fail("no phone");
  const ofPhone = accepted.filter(({ device }) => hex(device) === hex(phone.device));
  const last = ofPhone[1] ?? fail("too few");
  const retired = await makeNextBundle(ana.person.isk, ana.person.bundle, { retire: [phone.device] });
  await reader.learn(retired);
  const end = { device: phone.device, lastSeq: last.seq, lastHash: last.hash };
  const cut = await makeCut(ana.person.isk, { log: reader.log.log, user: ana.person.user, ...end });
  const undone = await takeCut(reader.log, cut.bytes);
  if (typeof undone === "string") throw new Error(undone);
  expect(undone.voided.length).toBe(ofPhone.length - 2);
  const packs = [saveVerified(accepted), saveVerified(undone.voided)];
  const restored = (await restoreLog(saveLog(reader.log), packs)) ?? fail("not restored");
  expect(folded(restored)).toEqual(folded(reader.log));
  expect(folded(restored).length).toBeLessThan(expected.length);
  expect(hasAll(restored, [last.hash])).toBe(true);
});

test("C27 a log that is shorter than what was remembered is noticed", async () => {
  const full = await whole();
  const remembered = heads(full.log);
  const rolledBack = new Writer(start(), ana.person, ana.keys);
  await rolledBack.take(records.slice(0, 20));
  expect(hasAll(full.log, remembered)).toBe(true);
  expect(hasAll(rolledBack.log, remembered)).toBe(false);
  expect(hasAll(start(), remembered)).toBe(false);
});
