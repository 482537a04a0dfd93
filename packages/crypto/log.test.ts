import { beforeAll, expect, test } from "vitest";
import {
  currentEpoch,
  epochDue,
  foldOrder,
  heads,
  nextPlace,
  openItem,
  readItem,
  sealItem,
  startLog,
  textOf,
  utf8,
} from "./index.ts";
import { type Value, decode, encode } from "./cbor.ts";
import { type Sent, Writer, aRoom, addDevice, idOf, newItemId, words, fail } from "./testing/people.ts";
import { type Bytes, type RecordHash, hex } from "./values.ts";

let ana: Writer;
let ben: Writer;
let epochBytes: Bytes;
const sent: Sent[] = [];
beforeAll(async () => {
  const room = await aRoom();
  ({ ana, ben } = room);
  epochBytes = room.epoch.bytes;
  for (const text of ["one", "two", "three", "four"]) sent.push(await ana.write(text));
});

/** Somebody of the room who has only the pinned bundles so far. */
const fresh = (person = ben.person): Writer =>
  new Writer(startLog(ana.log.log, "room", [ana.person.bundle, ben.person.bundle]), person, ana.keys);
const all = (): Bytes[] => [epochBytes, ...sent.map(({ bytes }) => bytes)];
const bytesOf = (at: number): Bytes => sent[at]?.bytes ?? fail("not sent");

test("what Ana writes, Ben verifies, opens and answers", async () => {
  const reader = fresh();
  expect(words(await reader.take(all()))).toEqual(Array.from({ length: 5 }, () => "accepted"));
  const item = readItem(bytesOf(0));
  if (typeof item === "string") throw new Error(item);
  const key = reader.keys.get(1) ?? fail("no key");
  const opened = await openItem(key, item);
  expect(typeof opened === "object" && textOf(opened.plaintext)).toBe("one");
  const answer = await reader.write("and five");
  const back = fresh(ana.person);
  expect(words(await back.take([...all(), answer.bytes])).at(-1)).toBe("accepted");
});

test("C16 a replayed item changes nothing", async () => {
  const reader = fresh();
  await reader.take(all());
  const before = heads(reader.log).map(hex);
  expect(words(await reader.take([bytesOf(1), bytesOf(1)]))).toEqual(["known", "known"]);
  expect(foldOrder(reader.log)).toHaveLength(5);
  expect(heads(reader.log).map(hex)).toEqual(before);
});

test("C16 items handed out in any order take the places their author gave them", async () => {
  const reader = fresh();
  expect(words(await reader.take(all().toReversed()))).toEqual(Array.from({ length: 5 }, () => "accepted"));
  const straight = fresh();
  await straight.take(all());
  expect(foldOrder(reader.log)).toEqual(foldOrder(straight.log));
});

test("C16 an item before its predecessor is set aside, and named as a gap", async () => {
  const reader = fresh();
  const [first, , third] = [bytesOf(0), bytesOf(1), bytesOf(2)];
  const [, , verdict] = await reader.take([epochBytes, first, third]);
  expect(verdict).toMatchObject({ result: "aside", because: "gap", missing: [sent[1]?.hash] });
  expect(foldOrder(reader.log)).toHaveLength(2);
  expect(words(await reader.take([third, bytesOf(1)]))).toEqual(["accepted", "accepted"]);
});

test("C16 a dropped item is a gap that nothing fills; what follows is authentic, and never folded unseen", async () => {
  const reader = fresh();
  const verdicts = await reader.take(all().toSpliced(2, 1));
  expect(words(verdicts)).toEqual(["accepted", "accepted", "aside gap", "aside gap"]);
  const aside = verdicts[2];
  const record = aside?.result === "aside" ? aside.record : undefined;
  const key = reader.keys.get(1) ?? fail("no key");
  const opened = record?.type === "item" ? await openItem(key, record) : undefined;
  expect(typeof opened === "object" && textOf(opened.plaintext)).toBe("three");
});

test("C16 a forged item after a gap is not set aside but refused", async () => {
  const reader = fresh();
  const [hdr, com, ct, sig] = decode(bytesOf(3)) as [Bytes, Bytes, Bytes, Bytes];
  const forged = encode([hdr, com, ct.with(20, (ct[20] ?? 0) ^ 1), sig]);
  expect(words(await reader.take([epochBytes, forged]))).toEqual(["accepted", "rejected bad-signature"]);
});

test("C16 a truncated or bit-flipped item is refused, and the rest stays readable", async () => {
  const reader = fresh();
  const flipped = bytesOf(3).with(200, (bytesOf(3)[200] ?? 0) ^ 4);
  const verdicts = await reader.take([...all().slice(0, 4), bytesOf(3).slice(0, -1), flipped]);
  expect(words(verdicts)).toEqual([
    ...Array.from({ length: 4 }, () => "accepted"),
    "rejected malformed",
    "rejected bad-signature",
  ]);
  expect(words(await reader.take([bytesOf(3)]))).toEqual(["accepted"]);
});

test("C16 an item of another room is refused", async () => {
  const elsewhere = await aRoom(0xbb);
  const moved = await elsewhere.ana.write("from elsewhere");
  expect(words(await fresh().take([epochBytes, moved.bytes]))).toEqual(["accepted", "rejected wrong-log"]);
});

test("C16 an item of a stranger, or of a device that no bundle lists, is not taken", async () => {
  const reader = fresh();
  const place = nextPlace(ana.log, idOf("user", 9), idOf("device", 9));
  const key = ana.keys.get(1) ?? fail("no key");
  const header = { ...place, logKind: "room" as const, kind: "content" as const, itemId: newItemId() };
  const stranger = await sealItem(ana.own.dsk, key, { ...header, author: idOf("user", 9) }, utf8("let me in"));
  const unlisted = await sealItem(ana.own.dsk, key, { ...header, author: ana.person.user }, utf8("my new phone"));
  const verdicts = await reader.take([epochBytes, stranger.bytes, unlisted.bytes]);
  expect(words(verdicts)).toEqual(["accepted", "rejected not-a-member", "aside unknown-device"]);
});

test("C16 two items of one device with one seq are a fork, whichever comes first", async () => {
  const { ana: writer, ben: reader, announced } = await aRoom(0xc1);
  const twin = new Writer(
    startLog(writer.log.log, "room", [writer.person.bundle, reader.person.bundle]),
    writer.person,
    writer.keys,
  );
  await twin.take([announced.epoch.bytes]);
  const left = await writer.write("left");
  const right = await twin.write("right");
  const afterRight = await twin.write("after right");
  expect(words(await reader.take([left.bytes, right.bytes, afterRight.bytes]))).toEqual([
    "accepted",
    "rejected fork",
    "rejected fork",
  ]);
  const after = await writer.write("after left");
  expect(words(await twin.take([after.bytes]))).toEqual(["rejected fork"]);
  // A fork needs the device's own signature: nobody else can accuse it.
  const [hdr, com, ct] = decode(right.bytes) as [Bytes, Bytes, Bytes];
  const unsigned = encode([hdr, com, ct, new Uint8Array(64)]);
  expect(words(await reader.take([unsigned]))).toEqual(["rejected bad-signature"]);
});

test("C16 a chain spliced onto another's head is refused", async () => {
  const { ana: writer, ben: reader } = await aRoom(0xc2);
  const sentByAna = await writer.write("mine");
  await reader.take([sentByAna.bytes]);
  const key = reader.keys.get(1) ?? fail("no key");
  const base = {
    device: reader.own.device,
    logKind: "room" as const,
    author: reader.person.user,
    kind: "content" as const,
  };
  const spliced = { ...base, seq: 2, previous: sentByAna.hash, seenHeads: [], itemId: newItemId() };
  const item = await sealItem(reader.own.dsk, key, spliced, utf8("as if I followed"));
  expect(words(await writer.take([item.bytes]))).toEqual(["rejected fork"]);
});

test.each<[string, number, Value, string]>([
  ["suite", 0, 2, "rejected unknown-suite"],
  ["kind", 8, 9, "rejected unknown-kind"],
  ["kind of log", 2, 9, "rejected unknown-log-kind"],
  ["own log instead of a room", 2, 2, "rejected wrong-log"],
])("C24 an item with another %s is refused, not downgraded", async (_, at, value, word) => {
  const [hdr, ...rest] = decode(bytesOf(0)) as [Bytes, ...Value[]];
  const changed = encode([encode((decode(hdr) as ReadonlyArray<Value>).with(at, value)), ...rest]);
  expect(words(await fresh().take([epochBytes, changed]))).toEqual(["accepted", word]);
});

test.each([
  ["nothing", new Uint8Array(0)],
  ["zeros", new Uint8Array(500)],
  ["an array of four nothings", encode([0, 0, 0, 0])],
  ["a pair of nothings", encode([new Uint8Array(0), new Uint8Array(64)])],
])("C24 a record of %s is refused", async (_, record) => {
  expect(words(await fresh().take([record]))).toEqual(["rejected malformed"]);
});

test("an item that names heads out of the rules keeps its place and is not folded", async () => {
  const { ana: writer, ben: reader } = await aRoom(0xc3);
  const first = await writer.write("first");
  await reader.take([first.bytes]);
  const seal = async (seenHeads: ReadonlyArray<RecordHash>) => {
    const place = nextPlace(writer.log, writer.person.user, writer.own.device);
    const key = writer.keys.get(1) ?? fail("no key");
    const header = {
      ...place,
      seenHeads,
      logKind: "room" as const,
      author: writer.person.user,
      kind: "content" as const,
    };
    return sealItem(writer.own.dsk, key, { ...header, itemId: newItemId() }, utf8("odd"));
  };
  const own = await seal([first.hash]);
  const [verdict] = await reader.take([own.bytes]);
  expect(verdict).toMatchObject({ result: "rejected", because: "bad-seen-heads", verified: { void: true, seq: 3 } });
  await writer.take([own.bytes]);
  const after = await writer.write("in order again");
  expect(words(await reader.take([after.bytes]))).toEqual(["accepted"]);
  expect(foldOrder(reader.log).map(({ seq }) => seq)).toEqual([1, 2, 4]);
});

test("a head that nobody has keeps the record aside", async () => {
  const { ana: writer, ben: reader } = await aRoom(0xc4);
  const hidden = await reader.write("Ana sees this");
  await writer.take([hidden.bytes]);
  const answer = await writer.write("I saw it");
  const third = new Writer(
    startLog(writer.log.log, "room", [writer.person.bundle, reader.person.bundle]),
    reader.person,
    writer.keys,
  );
  const epoch = currentEpoch(writer.log) ?? fail("no epoch");
  const [, verdict] = await third.take([epoch.bytes, answer.bytes]);
  expect(verdict).toMatchObject({ result: "aside", because: "missing-seen", missing: [hidden.hash] });
  expect(words(await third.take([answer.bytes, hidden.bytes]))).toEqual(["accepted", "accepted"]);
});

test("a log of one's own has one member and the same rules", async () => {
  const person = ana.person;
  const log = idOf("log", 0xd0);
  const keys = new Map();
  const own = new Writer(startLog(log, "own", [person.bundle]), person, keys);
  expect(epochDue(own.log)).toBe("first");
  const { epoch } = await own.announce();
  expect(epoch.members).toHaveLength(1);
  const note = await own.write("only for me");
  const other = new Writer(startLog(log, "own", [person.bundle]), person, keys);
  expect(words(await other.take([note.bytes, epoch.bytes]))).toEqual(["accepted", "accepted"]);
  expect(() => startLog(log, "room", [person.bundle])).toThrow("two members");
  expect(() => startLog(log, "room", [person.bundle, person.bundle])).toThrow("two members");
  expect(() => startLog(log, "own", [])).toThrow("one");
});

test("more than sixteen devices: sixteen heads are named, the newest epoch's among them", async () => {
  const { ana: writer, ben: reader, announced } = await aRoom(0xc5);
  const devices = [];
  for (let byte = 50; byte < 110; byte += 1) devices.push(await addDevice(reader.person, byte));
  const start = () => startLog(writer.log.log, "room", [writer.person.bundle, reader.person.bundle]);
  const records: Uint8Array[] = [announced.epoch.bytes];
  for (const [at, device] of devices.entries()) {
    const alone = new Writer(start(), reader.person, writer.keys, device);
    await alone.take([announced.epoch.bytes]);
    records.push(at === 30 ? (await alone.announce()).epoch.bytes : (await alone.write("one of many", 1)).bytes);
  }
  const many = new Writer(start(), writer.person, writer.keys);
  await many.take(records);
  const last = await many.write("I saw sixteen of you", 2);
  const item = readItem(last.bytes);
  expect(typeof item === "object" && item.header.seenHeads).toHaveLength(16);
  const other = new Writer(start(), writer.person, writer.keys);
  expect(new Set(words(await other.take([last.bytes, ...records])))).toEqual(new Set(["accepted"]));
});
