import { decode as cborgDecode, encode as cborgEncode } from "cborg";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Value, decode, encode, maxRecordBytes } from "./cbor.ts";
import { fromHex, hex } from "./values.ts";

test.each([
  ["0", "00", 0],
  ["23", "17", 23],
  ["24", "1818", 24],
  ["256", "190100", 256],
  ["65536", "1a00010000", 65_536],
  ["2^53-1", "1b001fffffffffffff", Number.MAX_SAFE_INTEGER],
  ["no bytes", "40", new Uint8Array(0)],
  ["[1, [h'02']]", "8201814102", [1, [Uint8Array.of(2)]]],
])("RFC 8949, 4.2.1: %s has one form", (_, form, value) => {
  expect(hex(encode(value))).toBe(form);
  expect(decode(fromHex(form))).toEqual(value);
});

test.each([
  ["a number in a longer form than needed", "1817"],
  ["a length in a longer form than needed", "580102"],
  ["an array length in a longer form than needed", "980101"],
  ["a number above 2^53-1", "1b0020000000000000"],
  ["a negative number", "20"],
  ["text", "6161"],
  ["text that is not UTF-8", "61ff"],
  ["a map", "a10102"],
  ["an unsorted map", "a202010101"],
  ["a tag", "c101"],
  ["true", "f5"],
  ["null", "f6"],
  ["undefined", "f7"],
  ["a whole number as float16", "f93c00"],
  ["zero as negative float", "f98000"],
  ["a float64", "fb3ff0000000000000"],
  ["bytes of indefinite length", "5f4101ff"],
  ["an array of indefinite length", "9f01ff"],
  ["a break alone", "ff"],
  ["something after the end", "0000"],
  ["an end too early", "8201"],
  ["bytes cut off", "4301"],
  ["nothing", ""],
  ["a reserved length", "1c"],
])("C23 the decoder refuses %s", (_, form) => {
  expect(decode(fromHex(form))).toBeUndefined();
});

test("what is read is bytes of their own, whatever they were given in", () => {
  const pool = new Uint8Array(64);
  class Pooled extends Uint8Array {
    override slice(): never {
      throw new Error("hands out a view");
    }
  }
  pool.set(encode([Uint8Array.of(7, 8, 9)]), 5);
  const value = decode(new Pooled(pool.buffer, 5, 5));
  pool.fill(0);
  expect(value).toEqual([Uint8Array.of(7, 8, 9)]);
});

test("C23 a hundred thousand nested arrays end no process", () => {
  const nested = new Uint8Array(60_000).fill(0x81);
  expect(decode(nested)).toBeUndefined();
});

test("C23 a record above the limit is refused before it is read", () => {
  expect(decode(encode(new Uint8Array(maxRecordBytes - 5)))).toBeDefined();
  expect(decode(encode(new Uint8Array(maxRecordBytes)))).toBeUndefined();
});

const values = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.maxSafeNat(),
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie("value"), { maxLength: 6 }),
  ),
})).value;

test("every allowed value comes back from its one form", () => {
  fc.assert(
    fc.property(values, (value) => {
      const form = encode(value);
      expect(decode(form)).toEqual(value);
      expect(hex(form)).toBe(hex(cborgEncode(value)));
    }),
  );
});

const strict = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  allowBigInt: false,
  rejectDuplicateMapKeys: true,
};

function isValue(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0;
  return value instanceof Uint8Array || (Array.isArray(value) && value.every(isValue));
}

/** What another reader says of the same bytes: an allowed value, in its one form. */
function byThePeer(form: Uint8Array): unknown {
  try {
    const value: unknown = cborgDecode(form, strict);
    return isValue(value) && hex(cborgEncode(value)) === hex(form) ? value : undefined;
  } catch {
    return undefined;
  }
}

const bent = fc.tuple(values, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 })).map(([value, bends]) => {
  const form = Uint8Array.from(encode(value));
  for (const [at, byte] of bends) if (form.length > 0) form[at % form.length] = byte;
  return form;
});

test("C23 another reader takes and refuses the same bytes, and reads the same in them", () => {
  let taken = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.oneof(bent, fc.uint8Array({ maxLength: 24 })), (form) => {
      const value = decode(form);
      expect(value).toEqual(byThePeer(form));
      if (value === undefined) refused += 1;
      else taken += 1;
    }),
    { numRuns: 20_000 },
  );
  expect(Math.min(taken, refused)).toBeGreaterThan(2000);
});
