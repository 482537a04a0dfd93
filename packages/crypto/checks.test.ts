import { describe, expect, it } from "vitest";
import { answerChecks, mostChecks, packChecks } from "./checks.ts";
import { makeDeviceKeys, sign } from "./curves.ts";
import { type Bytes, random, utf8 } from "./values.ts";

const [ada, ben] = [await makeDeviceKeys(), await makeDeviceKeys()];

async function checkOf(by: typeof ada, message: Bytes) {
  return { key: by.dskPublic, signature: await sign(by.dsk, message), message };
}

describe("signatures checked in another thread", () => {
  it("hold or do not, each for itself, whoever signed and however long it is", async () => {
    const messages = [utf8(""), utf8("one"), random(300), random(5_000)];
    const right = await Promise.all(messages.flatMap((message) => [checkOf(ada, message), checkOf(ben, message)]));
    const wrong = right.map((check, at) => (at % 3 === 0 ? { ...check, key: ada.dskPublic } : check));
    const expected = wrong.map(({ key }, at) => Number(key === right[at]?.key));
    expect(new Set(expected)).toEqual(new Set([0, 1]));
    const travelled = structuredClone(packChecks(wrong));
    expect([...(await answerChecks(travelled))]).toEqual(expected);
  });

  it("are told apart where one bit of any of them changed", async () => {
    const { packed, ...rest } = packChecks([await checkOf(ada, utf8("a note")), await checkOf(ben, utf8("another"))]);
    for (const at of [0, 63, 64, 69, 70, 133, packed.length - 1]) {
      const changed = packed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([...(await answerChecks({ ...rest, packed: changed }))], `byte ${at}`).toEqual(at < 70 ? [0, 1] : [1, 0]);
    }
  });

  it("are at most so many in one message", async () => {
    const one = await checkOf(ada, utf8("x"));
    expect(packChecks(Array.from({ length: mostChecks }, () => one)).lengths.length).toBe(mostChecks);
    expect(() => packChecks(Array.from({ length: mostChecks + 1 }, () => one))).toThrow("too many");
  });
});
