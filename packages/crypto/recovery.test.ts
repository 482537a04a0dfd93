import fc from "fast-check";
import { expect, test } from "vitest";
import { type RecoverySecret, makeRecoverySecret, readRecoveryCode, recoveryGroups } from "./recovery.ts";
import { hex } from "./values.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const signsOf = (secret: RecoverySecret): string[] => Array.from(recoveryGroups(secret).join(""));

test("C06 a code has 160 bits in nine groups of four", () => {
  const secret = makeRecoverySecret();
  expect(secret).toHaveLength(20);
  const groups = recoveryGroups(secret);
  expect(groups).toHaveLength(9);
  expect(groups.every((group) => /^[0-9A-HJKMNP-TV-Z]{4}$/.test(group))).toBe(true);
});

test("C06 a code comes back however it is typed", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
      const secret = bytes as RecoverySecret;
      const groups = recoveryGroups(secret);
      for (const text of [groups.join("-"), groups.join(" ").toLowerCase(), `  ${groups.join("\n")} `]) {
        expect(hex(readRecoveryCode(text) as RecoverySecret)).toBe(hex(secret));
      }
      const confused = groups.join("").replaceAll("0", "o").replaceAll("1", "l");
      expect(hex(readRecoveryCode(confused) as RecoverySecret)).toBe(hex(secret));
    }),
  );
});

test("C06 every wrong sign at every place is caught", () => {
  const signs = signsOf(makeRecoverySecret());
  let tried = 0;
  for (const [at, right] of signs.entries()) {
    for (const wrong of alphabet) {
      if (wrong === right) continue;
      tried += 1;
      expect(readRecoveryCode(signs.with(at, wrong).join(""))).toBe("mistyped");
    }
  }
  expect(tried).toBe(36 * 31);
});

test("C06 every exchange of two signs, neighbours or not, is caught", () => {
  const answers = new Set<unknown>();
  for (let round = 0; round < 20; round += 1) {
    const signs = signsOf(makeRecoverySecret());
    for (let a = 0; a < signs.length; a += 1) {
      for (let b = a + 1; b < signs.length; b += 1) {
        const [left = "", right = ""] = [signs[a], signs[b]];
        if (left !== right) answers.add(readRecoveryCode(signs.with(a, right).with(b, left).join("")));
      }
    }
  }
  expect([...answers]).toEqual(["mistyped"]);
});

test("C06 two or three wrong signs are caught", () => {
  const place = fc.integer({ min: 0, max: 35 });
  const shift = fc.integer({ min: 1, max: 31 });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(place, shift), { minLength: 1, maxLength: 3, selector: ([at]) => at }),
      (errors) => {
        const signs = signsOf(makeRecoverySecret());
        for (const [at, by] of errors) signs[at] = alphabet.charAt((alphabet.indexOf(signs[at] ?? "") + by) % 32);
        expect(readRecoveryCode(signs.join(""))).toBe("mistyped");
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ["", "wrong-length"],
  ["7K3M", "wrong-length"],
  ["0".repeat(37), "wrong-length"],
  ["U".repeat(36), "unknown-sign"],
  ["0000-0000-0000-0000-0000-0000-0000-0000-000é", "unknown-sign"],
  ["0".repeat(36), "mistyped"],
])("%j is no code: %s", (text, word) => {
  expect(readRecoveryCode(text)).toBe(word);
});
