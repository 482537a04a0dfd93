import { beforeAll, expect, test } from "vitest";
import {
  type LetterExpectation,
  type LetterWriter,
  makeDeviceKeys,
  openLetter,
  readLetter,
  sealLetter,
} from "./index.ts";
import { type Value, decode, encode } from "./cbor.ts";
import { type TestPerson, aPerson, idOf } from "./testing/people.ts";
import { type Bytes, hex, textOf, utf8 } from "./values.ts";

const letter = idOf("letter", 7);
let ana: TestPerson;
let lena: TestPerson;
let paul: TestPerson;
let sealed: Bytes;
beforeAll(async () => {
  [ana, lena, paul] = await Promise.all([aPerson(1), aPerson(2), aPerson(3)]);
  sealed = await sealLetter(letter, await writerOf(ana), lena.bundle, utf8("please read this"));
});

async function writerOf({ bundle, devices }: TestPerson): Promise<LetterWriter> {
  const [own] = devices;
  if (!own) throw new Error("no device");
  return { bundle, device: own.device, keys: { ...(await makeDeviceKeys()), dsk: own.dsk } };
}

const expected = (change: Partial<LetterExpectation> = {}): LetterExpectation => ({
  letter,
  from: ana.user,
  to: lena.user,
  toHash: lena.bundle.iskHash,
  fromHash: ana.bundle.iskHash,
  ...change,
});
const open = (record: Uint8Array, change: Partial<LetterExpectation> = {}, reader = lena) =>
  openLetter(reader.identity.ieks, expected(change), record);
const changed = (at: number, value: Value): Bytes =>
  encode((decode(sealed, 400_000) as ReadonlyArray<Value>).with(at, value));

test("Lena reads what Ana wrote to her, and knows that it was Ana", async () => {
  const opened = await open(sealed);
  if (typeof opened === "string") throw new Error(opened);
  expect(opened.result).toBe("authentic");
  expect(textOf(opened.content)).toBe("please read this");
  expect(readLetter(sealed)).toEqual({ letter, from: ana.user, to: lena.user });
});

test("C29 whom nobody knows is an unknown key, and so is somebody else in Ana's name", async () => {
  expect(await open(sealed, { fromHash: undefined })).toMatchObject({ result: "unknown-key" });
  const invented = await aPerson(1);
  const forged = await sealLetter(letter, await writerOf(invented), lena.bundle, utf8("forged"));
  expect(await open(forged)).toMatchObject({ result: "unknown-key" });
});

test("C29 a letter is for one reader: another cannot open it, and it cannot be handed on as written to another", async () => {
  const atPaul = { to: paul.user, toHash: paul.bundle.iskHash };
  expect(await open(sealed, {}, paul)).toBe("unopenable");
  expect(await open(sealed, atPaul, paul)).toBe("other-letter");
  expect(await open(changed(3, paul.user), atPaul, paul)).toBe("unopenable");
  // Lena opens it, and seals what was in it for Paul, in Ana's name: Ana's signature names Lena.
  const opened = await open(sealed);
  if (typeof opened === "string") throw new Error(opened);
  const asAna = { ...(await writerOf(lena)), bundle: ana.bundle };
  const handedOn = await sealLetter(letter, asAna, paul.bundle, opened.content);
  expect(await open(handedOn, atPaul, paul)).toBe("unknown-device");
  const [device] = ana.devices;
  const inAnasPlace = await sealLetter(
    letter,
    { ...asAna, device: device?.device ?? asAna.device },
    paul.bundle,
    opened.content,
  );
  expect(await open(inAnasPlace, atPaul, paul)).toBe("bad-signature");
});

test("C29 the same letter does not count twice under another id, or from another person", async () => {
  expect(await open(changed(1, idOf("letter", 8)))).toBe("other-letter");
  expect(await open(changed(1, idOf("letter", 8)), { letter: idOf("letter", 8) })).toBe("unopenable");
  expect(await open(changed(2, paul.user), { from: paul.user })).toBe("unopenable");
});

test.each<[string, number, Value, string]>([
  ["suite", 0, 2, "unknown-suite"],
  ["version of the key", 4, 2, "no-such-iek"],
  ["first half", 5, new Uint8Array(32).fill(9), "unopenable"],
  ["sealed part", 6, new Uint8Array(4112), "unopenable"],
])("a letter with another %s stays shut", async (_, at, value, word) => {
  expect(await open(changed(at, value))).toBe(word);
});

test("C22 lengths are padded, and nothing of the text stands in the open", async () => {
  const writer = await writerOf(ana);
  const lengths = await Promise.all(
    [1, 100, 3000, 5000, 15_000, 20_000].map(
      async (length) => (await sealLetter(letter, writer, lena.bundle, new Uint8Array(length).fill(97))).length,
    ),
  );
  expect(new Set(lengths).size).toBe(3);
  expect(hex(sealed)).not.toContain(hex(utf8("please")));
  await expect(sealLetter(letter, writer, lena.bundle, new Uint8Array(400_000))).rejects.toThrow("too long");
});
