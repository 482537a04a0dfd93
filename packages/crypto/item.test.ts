import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import {
  type EpochKey,
  type Item,
  type ItemHeader,
  heads,
  maxPlaintextBytes,
  openItem,
  readItem,
  sealItem,
  verifyItem,
} from "./index.ts";
import { aesSeal, deriveAes } from "./aead.ts";
import { type Value, decode, encode } from "./cbor.ts";
import { plainDigest, tagged } from "./domain.ts";
import { buckets, pad, unpad } from "./padding.ts";
import { type Writer, aRoom, idOf, newItemId, fail } from "./testing/people.ts";
import { type Bytes, type RecordHash, hex, join, textOf, utf8 } from "./values.ts";

let ana: Writer;
let key: EpochKey;
let bytes: Bytes;
let item: Item;
beforeAll(async () => {
  ({ ana } = await aRoom());
  key = ana.keys.get(1) ?? fail("no key");
  bytes = (await ana.write("between us")).bytes;
  item = read(bytes);
});

function read(record: Uint8Array): Item {
  const found = readItem(record);
  return typeof found === "string" ? fail(found) : found;
}

/** The item with one field of its header changed, all else untouched: what a server can do without any key. */
function withHeader(at: number, value: Value): Bytes {
  const [hdr, ...rest] = decode(bytes) as [Bytes, ...Value[]];
  return encode([encode((decode(hdr) as ReadonlyArray<Value>).with(at, value)), ...rest]);
}

const dskOf = (writer: Writer) => writer.person.bundle.devices[0]?.dsk ?? fail("no device");

test("an item comes back as it was sealed", async () => {
  expect(item.header).toMatchObject({ logKind: "room", epoch: 1, seq: 2, kind: "content" });
  expect(await verifyItem(item, dskOf(ana))).toBe(true);
  const opened = await openItem(key, item);
  expect(typeof opened === "object" && textOf(opened.plaintext)).toBe("between us");
});

const moves: ReadonlyArray<[string, number, Value]> = [
  ["another room", 1, idOf("log", 0xbb)],
  ["an own log", 2, 2],
  ["another author", 4, idOf("user", 2)],
  ["another device", 5, idOf("device", 99)],
  ["another place in the chain", 6, 3],
  ["another predecessor", 7, new Uint8Array(32).fill(1)],
  ["another kind", 8, 3],
  ["another id", 9, idOf("item", 7)],
  ["other seen heads", 10, [new Uint8Array(32).fill(1)]],
];
test.each(moves)("C16 with the signature check off, AEAD alone refuses an item moved to %s", async (_, at, value) => {
  const moved = read(withHeader(at, value));
  expect(await verifyItem(moved, dskOf(ana))).toBe(false);
  // The epoch key is handed in as one of the place the item claims: the header itself is what does not fit.
  const claimed = { ...key, log: moved.header.log } as EpochKey;
  expect(await openItem(claimed, moved)).toBe("unopenable");
});

test("C16 an item moved to another epoch does not open under that epoch's key, nor under its own", async () => {
  const moved = read(withHeader(3, 2));
  const second = (await ana.announce()).key;
  expect(await openItem(second, moved)).toBe("unopenable");
  expect(await openItem(key, moved)).toBe("other-key");
  expect(await openItem({ ...key, n: 2 }, moved)).toBe("unopenable");
});

test("C20 kind and everything else in the open is bound: com, ciphertext and signature cannot be exchanged", async () => {
  const other = read((await ana.write("other text", 2)).bytes);
  const [hdr, com, ct, sig] = decode(bytes) as [Bytes, Bytes, Bytes, Bytes];
  const crossed = [
    [hdr, other.com, ct, sig],
    [hdr, com, other.ct, sig],
    [hdr, com, ct, other.signature],
  ].map((fields) => read(encode(fields)));
  for (const each of crossed) expect(await verifyItem(each, dskOf(ana))).toBe(false);
  expect(await openItem(key, crossed[0] ?? item)).toBe("unopenable");
  expect(await openItem(key, crossed[1] ?? item)).toBe("unopenable");
});

test("C16 every flipped bit of an item is noticed", async () => {
  const flips = Array.from(bytes, async (byte, at) => {
    const found = readItem(bytes.with(at, byte ^ (1 << (at % 8))));
    return typeof found === "string" ? false : verifyItem(found, dskOf(ana));
  });
  expect(new Set(await Promise.all(flips))).toEqual(new Set([false]));
});

test("a text that does not match its commitment is refused, although it authenticates", async () => {
  // One who holds the epoch key seals another text beside a true commitment, with the right additional data.
  const itemKey = await deriveAes(key.base, tagged("itemKey", item.headerBytes));
  const lie = pad(new Uint8Array(32), utf8("what was never said"));
  const ct = await aesSeal(itemKey, lie, join(item.headerBytes, item.com));
  expect(await openItem(key, { ...item, ct })).toBe("bad-commitment");
  const sloppy = await aesSeal(itemKey, new Uint8Array(64), join(item.headerBytes, item.com));
  expect(await openItem(key, { ...item, ct: sloppy })).toBe("bad-padding");
});

test("C18 Ben, who has the epoch key, cannot write as Ana", async () => {
  const { ana: writer, ben } = await aRoom();
  const epochKey = ben.keys.get(1) ?? fail("no key");
  const [device] = writer.person.bundle.devices;
  const [first] = heads(writer.log);
  const place = { device: device?.device ?? ben.own.device, seq: 2, previous: first as RecordHash, seenHeads: [] };
  const header = {
    ...place,
    logKind: "room" as const,
    author: writer.person.user,
    kind: "content" as const,
    itemId: newItemId(),
  };
  const forged = await sealItem(ben.own.dsk, epochKey, header, utf8("I, Ana, said this"));
  const [verdict] = await ben.take([forged.bytes]);
  expect(verdict).toMatchObject({ result: "rejected", because: "bad-signature" });
});

test.each<[string, number, Value, string]>([
  ["suite", 0, 2, "unknown-suite"],
  ["suite 0", 0, 0, "unknown-suite"],
  ["kind of log", 2, 3, "unknown-log-kind"],
  ["kind of log 0", 2, 0, "unknown-log-kind"],
  ["kind", 8, 4, "unknown-kind"],
  ["kind 0", 8, 0, "unknown-kind"],
  ["epoch 0", 3, 0, "malformed"],
  ["seq 0", 6, 0, "malformed"],
  ["a first record with a predecessor", 6, 1, "malformed"],
  ["seventeen heads", 10, Array.from({ length: 17 }, (_, at) => new Uint8Array(32).fill(at)), "malformed"],
  ["unsorted heads", 10, [new Uint8Array(32).fill(2), new Uint8Array(32).fill(1)], "malformed"],
  ["a head twice", 10, [new Uint8Array(32).fill(2), new Uint8Array(32).fill(2)], "malformed"],
])("C24 an unknown or impossible %s is refused, never read as another", (_, at, value, word) => {
  expect(readItem(withHeader(at, value))).toBe(word);
});

test("C21 no key and IV are ever used twice: over edits, retries and crashes between sealing and saving", async () => {
  const { ana: writer } = await aRoom();
  const epochKey = writer.keys.get(1) ?? fail("no key");
  const used = new Set<string>();
  let sealed = 0;
  const act = fc.record({
    text: fc.string({ maxLength: 40 }),
    crashed: fc.boolean(),
    seq: fc.integer({ min: 2, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
      for (const { text, crashed, seq } of acts) {
        // After a crash the very same place, id and text are sealed again.
        const place = {
          device: writer.own.device,
          seq,
          previous: new Uint8Array(32).fill(3) as RecordHash,
          seenHeads: [],
        };
        const header: Omit<ItemHeader, "log" | "epoch"> = {
          ...place,
          logKind: "room",
          author: writer.person.user,
          kind: "content",
          itemId: idOf("item", 5),
        };
        for (let times = crashed ? 2 : 1; times > 0; times -= 1) {
          const { headerBytes, ct } = read(
            (await sealItem(writer.own.dsk, epochKey, header, utf8(text.toWellFormed()))).bytes,
          );
          // The key follows from epoch key and header alone, so header and IV stand for key and IV.
          used.add(hex(plainDigest(headerBytes)) + hex(ct.subarray(0, 12)));
          sealed += 1;
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(sealed).toBeGreaterThan(100);
  expect(used.size).toBe(sealed);
});

test("C22 a server sees one of five lengths, whatever was written", async () => {
  const lengths = [0, 1, 31, 32, 200, 223, 224, 900, 991, 992, 4000, 4063, 4064, maxPlaintextBytes];
  const seen = new Set<number>();
  for (const length of lengths) {
    const sent = await ana.write("x".repeat(length), 2);
    seen.add(read(sent.bytes).ct.length - 28);
  }
  expect([...seen].toSorted((a, b) => a - b)).toEqual([...buckets]);
  await expect(ana.write("x".repeat(maxPlaintextBytes + 1), 2)).rejects.toThrow("in parts");
});

test("C22 padding has one form for every content", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (content) => {
      expect(hex(unpad(pad(content)) ?? fail("no padding"))).toBe(hex(content));
      // The same content in a larger bucket would be a second form.
      const larger = buckets.find((bucket) => bucket > pad(content).length) ?? 0;
      const second = new Uint8Array(larger);
      second.set(pad(content));
      expect(unpad(second)).toBeUndefined();
    }),
  );
  expect(unpad(new Uint8Array(64))).toBeUndefined();
  expect(unpad(new Uint8Array(0))).toBeUndefined();
  expect(unpad(new Uint8Array(64).fill(1))).toBeUndefined();
});

test("an item whose ciphertext is of no bucket is malformed", () => {
  const [hdr, com, ct, sig] = decode(bytes) as [Bytes, Bytes, Bytes, Bytes];
  expect(readItem(encode([hdr, com, ct.subarray(1), sig]))).toBe("malformed");
  expect(readItem(encode([hdr, com, new Uint8Array(0), sig]))).toBe("malformed");
});
