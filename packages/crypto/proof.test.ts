import { beforeAll, describe, expect, test } from "vitest";
import {
  type Item,
  type Opened,
  encodeEvent,
  makeLongProof,
  makeProof,
  openItem,
  readItem,
  splitContent,
  verifyProof,
} from "./index.ts";
import { type Value, decode, encode } from "./cbor.ts";
import { type Writer, aPerson, aRoom, fail, idOf, newItemId } from "./testing/people.ts";
import { type Bytes, type IskHash, hex, textOf, utf8 } from "./values.ts";

let ana: Writer;
let ben: Writer;
let item: Item;
let opened: Opened;
let proof: Bytes;
beforeAll(async () => {
  ({ ana, ben } = await aRoom());
  const read = readItem((await ben.write("I will ruin you")).bytes);
  const key = ana.keys.get(1) ?? fail("no key");
  const shown = typeof read === "object" && (await openItem(key, read));
  if (typeof read !== "object" || typeof shown !== "object") throw new Error("nothing to show");
  item = read;
  opened = shown;
  proof = makeProof(item, opened, ben.person.bundle);
});

const expected = () => ({ iskHash: ben.person.bundle.iskHash, log: ana.log.log });
const changed = (at: number, value: Value): Bytes => encode((decode(proof) as ReadonlyArray<Value>).with(at, value));

test("C29 Ana shows one item of Ben's, and the contact verifies it offline", async () => {
  const proven = await verifyProof(proof, expected());
  if (typeof proven === "string") throw new Error(proven);
  expect(proven.result).toBe("authentic");
  expect(textOf(proven.plaintext)).toBe("I will ruin you");
  expect(proven.header.author).toEqual(ben.person.user);
});

test("C29 without knowing whose key it is, the answer is never authentic", async () => {
  const proven = await verifyProof(proof, { iskHash: undefined, log: undefined });
  expect(proven).toMatchObject({ result: "unknown-key" });
});

test("C29 a wholly invented identity is an unknown key, or another identity", async () => {
  const mallory = await aPerson(2);
  const room = await aRoom(0xee);
  const invented = readItem((await room.ben.write("invented")).bytes);
  const key = room.ben.keys.get(1) ?? fail("no key");
  const text = typeof invented === "object" && (await openItem(key, invented));
  if (typeof invented !== "object" || typeof text !== "object") throw new Error("nothing");
  const shown = makeProof(invented, text, room.ben.person.bundle);
  expect(await verifyProof(shown, { iskHash: undefined, log: undefined })).toMatchObject({ result: "unknown-key" });
  expect(await verifyProof(shown, expected())).toBe("other-identity");
  expect(await verifyProof(makeProof(invented, text, mallory.bundle), expected())).toBe("other-identity");
});

test("C29 altered text, other author, other room and other device fail", async () => {
  expect(await verifyProof(changed(6, utf8("I will help you")), expected())).toBe("altered-text");
  expect(await verifyProof(changed(5, new Uint8Array(32)), expected())).toBe("altered-text");
  expect(await verifyProof(makeProof(item, opened, ana.person.bundle), expected())).toBe("other-author");
  expect(await verifyProof(proof, { ...expected(), log: idOf("log", 1) })).toBe("other-room");
  expect(await verifyProof(proof, { ...expected(), iskHash: ana.person.bundle.iskHash })).toBe("other-identity");
  const otherDevice = await aPerson(2, 91);
  expect(await verifyProof(makeProof(item, opened, otherDevice.bundle), { iskHash: undefined, log: undefined })).toBe(
    "unknown-device",
  );
});

test("C29 the blame cannot be put on Ana, who has the same epoch key", async () => {
  // Ana's header, Ben's words: nothing she did not sign verifies as hers.
  const own = readItem((await ana.write("a harmless note")).bytes);
  if (typeof own === "string") throw new Error(own);
  const blamed = encode([
    1,
    own.headerBytes,
    item.com,
    item.ctHash,
    item.signature,
    opened.opening,
    opened.plaintext,
    ana.person.bundle.bytes,
  ]);
  expect(await verifyProof(blamed, { iskHash: ana.person.bundle.iskHash, log: undefined })).toBe("bad-signature");
});

test.each<[string, number, Value, string]>([
  ["suite", 0, 2, "unknown-suite"],
  ["header", 1, new Uint8Array(5), "malformed"],
  ["commitment", 2, new Uint8Array(32), "bad-signature"],
  ["hash of the ciphertext", 3, new Uint8Array(32), "bad-signature"],
  ["signature", 4, new Uint8Array(64), "bad-signature"],
  ["bundle", 7, new Uint8Array(9), "bad-bundle"],
])("C29 a proof with another %s proves nothing", async (_, at, value, word) => {
  expect(await verifyProof(changed(at, value), expected())).toBe(word);
});

test("C29 a proof holds one text, and no key and no other text", async () => {
  const other = await ben.write("a secret that stays a secret");
  const key = ana.keys.get(1) ?? fail("no key");
  const text = hex(proof);
  expect(text).not.toContain(hex(utf8("a secret that stays")));
  const bits = await crypto.subtle.deriveBits(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: utf8("oakroom/item-key/v1\0") },
    key.base,
    256,
  );
  expect(text).not.toContain(hex(new Uint8Array(bits)));
  expect(text).not.toContain(hex(item.ct.subarray(12, 40)));
  expect(other.bytes.length).toBeGreaterThan(64);
});

test("what two people compare is the hash that a proof is held against", () => {
  const hash: IskHash = ben.person.bundle.iskHash;
  expect(hash).toHaveLength(32);
});

describe("C29 a text too long for one item", () => {
  const text = "Because I say so. ".repeat(2000);
  const plain = encodeEvent({ type: "notes.written", version: 1, at: 1, payload: utf8(JSON.stringify({ text })) });

  async function proofsBy(writer: Writer, bundle = writer.person.bundle): Promise<ReadonlyArray<Bytes>> {
    const sealed = [];
    for (const part of splitContent(plain, newItemId)) sealed.push(await writer.seal(part.plaintext, part.itemId));
    return Promise.all(
      sealed.map(async ({ bytes }) => {
        const read = readItem(bytes);
        const shown = typeof read === "object" && (await openItem(writer.keys.get(1) ?? fail("no key"), read));
        if (typeof read !== "object" || typeof shown !== "object") throw new Error("nothing to show");
        return makeProof(read, shown, bundle);
      }),
    );
  }
  const long = (last: Bytes | undefined, parts: ReadonlyArray<Bytes>) =>
    makeLongProof(last ?? fail("no last"), parts) ?? fail("too long");

  test("is shown whole, by its last item and the parts", async () => {
    const proofs = await proofsBy(ben);
    expect(proofs.length).toBeGreaterThan(3);
    const proven = await verifyProof(long(proofs.at(-1), proofs.slice(0, -1)), expected());
    if (typeof proven === "string") throw new Error(proven);
    expect(proven.result).toBe("authentic");
    expect(proven.plaintext).toEqual(plain);
  });

  test("proves nothing where a part is lacking, in another place, changed, or by somebody else", async () => {
    const [proofs, others] = [await proofsBy(ben), await proofsBy(ana)];
    const [last, parts] = [proofs.at(-1), proofs.slice(0, -1)];
    const [first = fail("no part"), ...more] = parts;
    expect(await verifyProof(long(last, more), expected())).toBe("missing-part");
    expect(await verifyProof(long(last, [...more, more[0] ?? first]), expected())).toBe("missing-part");
    expect(await verifyProof(long(last, others.slice(0, -1)), expected())).toBe("other-identity");
    expect(await verifyProof(long(first, parts), expected())).toBe("missing-part");
    expect(await verifyProof(long(last, [proof, ...more]), expected())).toBe("missing-part");
    const forged = encode((decode(first) as ReadonlyArray<Value>).with(6, utf8("I will help you")));
    expect(await verifyProof(long(last, [forged, ...more]), expected())).toBe("altered-text");
  });

  test("beyond the longest proof there is none", async () => {
    const [first = fail("no part")] = await proofsBy(ben);
    expect(
      makeLongProof(
        first,
        Array.from({ length: 20 }, () => first),
      ),
    ).toBeUndefined();
  });
});
