import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Bytes,
  type ItemId,
  type SealedEvent,
  decodeContent,
  encodeEvent,
  importIdentity,
  joinParts,
  maxPlaintextBytes,
  newSecrets,
  openFromSelf,
  sealToSelf,
  splitContent,
  utf8,
} from "./index.ts";
import { type Value, decode, encode } from "./cbor.ts";
import { idOf, newItemId } from "./testing/people.ts";
import { equal, hex, random } from "./values.ts";

const event = (length: number): SealedEvent => ({
  type: "notes.snapshot-taken",
  version: 1,
  at: 1_760_000_000_000,
  payload: new Uint8Array(length).fill(120),
});

test("an event comes back as it was written", () => {
  const made = event(40);
  expect(decodeContent(encodeEvent(made))).toEqual({ type: "event", event: made });
});

test.each([
  "Commitments.made",
  "commitments",
  "commitments.made.twice",
  ".made",
  "made.",
  "a--b.c",
  "",
  `${"a".repeat(60)}.made`,
])("%j is no type of event", (type) => {
  expect(() => encodeEvent({ ...event(1), type })).toThrow("refused");
  expect(decodeContent(encode([utf8(type), 1, 1, new Uint8Array(0)]))).toBeUndefined();
});

test.each<[string, Value]>([
  ["a number", 4],
  ["an empty array", []],
  ["an unknown form", [2, new Uint8Array(3)]],
  ["a part without a chunk", [0, 5]],
  ["a whole without a hash", [1, []]],
  ["an event with a field more", [utf8("a.b"), 1, 1, new Uint8Array(0), 1]],
  ["an event whose type is no text", [Uint8Array.of(0xff), 1, 1, new Uint8Array(0)]],
])("C24 %s is no content", (_, value) => {
  expect(decodeContent(encode(value))).toBeUndefined();
});

function split(content: Bytes): { parts: Map<string, Bytes>; last: { parts: ReadonlyArray<ItemId>; hash: Bytes } } {
  const items = splitContent(content, newItemId);
  const parts = new Map<string, Bytes>();
  for (const { itemId, plaintext } of items) {
    expect(plaintext.length).toBeLessThanOrEqual(maxPlaintextBytes);
    const read = decodeContent(plaintext);
    if (read?.type === "part") parts.set(hex(itemId), read.chunk);
    if (read?.type === "whole") return { parts, last: read };
  }
  throw new Error("no last item");
}

test("what fits goes as one item; what does not goes in parts and comes back whole", () => {
  const short = encodeEvent(event(maxPlaintextBytes - 40));
  expect(splitContent(short, newItemId)).toHaveLength(1);
  for (const length of [maxPlaintextBytes, 16_000, 32_000, 100_001, 1_000_000]) {
    const content = encodeEvent(event(length));
    if (content.length <= maxPlaintextBytes) continue;
    const { parts, last } = split(content);
    const whole = joinParts(last, (item) => parts.get(hex(item)));
    expect(typeof whole === "object" && equal(whole, content)).toBe(true);
  }
});

test("a content as long as 900 parts still fits; above that it is refused", () => {
  const content = encodeEvent(event(14_400_000 - 50));
  const { parts, last } = split(content);
  expect(parts.size).toBe(900);
  expect(typeof joinParts(last, (item) => parts.get(hex(item)))).toBe("object");
  expect(() => splitContent(new Uint8Array(14_400_001), newItemId)).toThrow("too long");
});

test("parts that lack one, are changed, exchanged or make no event are refused", () => {
  const { parts, last } = split(encodeEvent(event(40_000)));
  const [one, two] = last.parts;
  if (one === undefined || two === undefined) throw new Error("too few parts");
  expect(joinParts(last, (item) => (item === two ? undefined : parts.get(hex(item))))).toBe("missing-part");
  const exchanged = { ...last, parts: last.parts.with(0, two).with(1, one) };
  // Both chunks hold the same text but not the same beginning.
  expect(joinParts(exchanged, (item) => parts.get(hex(item)))).toBe("wrong-hash");
  expect(joinParts({ ...last, hash: random(32) }, (item) => parts.get(hex(item)))).toBe("wrong-hash");
  const nonsense = split(encodeEvent(event(40_000)).with(0, 0x85));
  expect(joinParts(nonsense.last, (item) => nonsense.parts.get(hex(item)))).toBe("not-an-event");
});

test("what waits in the outbox opens for oneself alone, and not under another version or name", async () => {
  const [ana, ben] = await Promise.all([newSecrets(importIdentity), newSecrets(importIdentity)]);
  const [iek] = ana.ieks;
  if (iek === undefined) throw new Error("no iek");
  const user = idOf("user", 1);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
      const waiting = await sealToSelf(iek, user, bytes);
      const opened = await openFromSelf(ana.ieks, user, waiting);
      expect(typeof opened === "object" && hex(opened.plaintext)).toBe(hex(bytes));
    }),
    { numRuns: 20 },
  );
  const waiting = await sealToSelf(iek, user, utf8("later"));
  const changed = (at: number, value: Value) => encode((decode(waiting) as ReadonlyArray<Value>).with(at, value));
  expect(await openFromSelf(ben.ieks, user, waiting)).toBe("unopenable");
  expect(await openFromSelf([], user, waiting)).toBe("no-such-iek");
  expect(await openFromSelf(ana.ieks, idOf("user", 2), waiting)).toBe("other-user");
  expect(await openFromSelf(ana.ieks, idOf("user", 2), changed(1, idOf("user", 2)))).toBe("unopenable");
  expect(await openFromSelf([{ ...iek, version: 2 }], user, changed(2, 2))).toBe("unopenable");
  expect(await openFromSelf(ana.ieks, user, changed(0, 2))).toBe("unknown-suite");
  expect(await openFromSelf(ana.ieks, user, waiting.subarray(1))).toBe("malformed");
});
