import { expect, test, vi } from "vitest";
import {
  type IskPublic,
  generatePassphrase,
  matchingWords,
  normalPassphrase,
  refusePassphrase,
  wordList,
  wordNumbers,
  wordsAgree,
} from "./index.ts";
import { idOf } from "./testing/people.ts";

const key = (byte: number): IskPublic => new Uint8Array(32).fill(byte) as IskPublic;
const ana = { user: idOf("user", 1), isk: key(11) };
const ben = { user: idOf("user", 2), isk: key(22) };

test("C13 both sides see the same twelve words, the lower id's first", async () => {
  const words = await matchingWords(ana, ben);
  expect(await matchingWords(ben, ana)).toEqual(words);
  expect(words).toHaveLength(12);
  const list = await wordList();
  expect(words.slice(0, 6)).toEqual(wordNumbers(ana).map((number) => list[number]));
});

test("C13 another key of either changes that person's six words, and no other", async () => {
  const words = await matchingWords(ana, ben);
  const other = await matchingWords(ana, { ...ben, isk: key(23) });
  expect(other.slice(0, 6)).toEqual(words.slice(0, 6));
  expect(other.slice(6)).not.toEqual(words.slice(6));
  expect(wordsAgree(words, other)).toBe(false);
});

test("C13 the words hold 66 bits a person: six independent numbers of 11 bits", () => {
  const seen = Array.from({ length: 6 }, () => new Set<number>());
  for (let byte = 0; byte < 256; byte += 1) {
    wordNumbers({ user: ana.user, isk: key(byte) }).forEach((number, at) => seen[at]?.add(number));
  }
  for (const numbers of seen) {
    // 256 draws of 2,048 give 240 different ones; a lost bit would halve the range and show here.
    expect(numbers.size).toBeGreaterThan(220);
    expect(Math.max(...numbers)).toBeGreaterThan(1900);
  }
});

test("C13 fewer than twelve words never count as checked", async () => {
  const words = await matchingWords(ana, ben);
  expect(wordsAgree(words, words)).toBe(true);
  for (let count = 0; count < 12; count += 1) {
    expect(wordsAgree(words, words.slice(0, count))).toBe(false);
    expect(wordsAgree(words.slice(0, count), words.slice(0, count))).toBe(false);
  }
  expect(wordsAgree(words, [...words, "abandon"])).toBe(false);
  expect(wordsAgree(words, words.toReversed())).toBe(false);
  expect(
    wordsAgree(
      Array.from({ length: 12 }, () => ""),
      Array.from({ length: 12 }, () => ""),
    ),
  ).toBe(false);
});

test("a generated passphrase has six words of the list, is never refused, and does not come twice", async () => {
  const list = new Set(await wordList());
  const made = await Promise.all(Array.from({ length: 50 }, generatePassphrase));
  expect(new Set(made).size).toBe(50);
  for (const passphrase of made) {
    const words = passphrase.split(" ");
    expect(words).toHaveLength(6);
    expect(words.every((word) => list.has(word))).toBe(true);
    expect(await refusePassphrase(passphrase)).toBeUndefined();
  }
});

test("six words that are refused by chance are drawn anew", async () => {
  const refused = "snow lake feel tag flock burden";
  expect(await refusePassphrase(refused)).toBe("too-common");
  const list = await wordList();
  const chance = new Uint8Array(
    refused.split(" ").flatMap((word) => [list.indexOf(word) >> 8, list.indexOf(word) & 255]),
  );
  const drawn = vi.spyOn(crypto, "getRandomValues").mockImplementationOnce((bytes) => {
    if (bytes instanceof Uint8Array) bytes.set(chance);
    return bytes;
  });
  const made = await generatePassphrase();
  expect(drawn).toHaveBeenCalledTimes(2);
  drawn.mockRestore();
  expect(made).not.toBe(refused);
  expect(await refusePassphrase(made)).toBeUndefined();
});

test.each([
  ["short but strange", "x9!kQ2#vLm", "too-short"],
  ["fourteen emoji", "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🐤", "too-short"],
  ["spaces that do not count", "a    b    c    d", "too-short"],
  ["one sign", "aaaaaaaaaaaaaaaaaa", "repeats"],
  ["a few signs", "abababbaabbabaab", "repeats"],
  ["a piece again and again", "mentor7mentor7mentor7", "repeats"],
  ["the alphabet", "abcdefghijklmnopq", "sequence"],
  ["the keyboard", "qwertyuiopasdfghjkl", "sequence"],
  ["numbers up and down", "123456789987654321", "sequence"],
  ["a common word with digits", "Password2026!!!", "too-common"],
  ["common words together", "letmeinpassword1", "too-common"],
  ["a common word in disguise", "P@ssw0rd-W3lc0me", "too-common"],
  ["a comic's passphrase", "correct horse battery staple", "too-common"],
  ["six words", "river copper window seldom echo bright", undefined],
  ["another script", "тихий берег старая лодка", undefined],
  ["a sentence with a common word", "my password is a whole long story", undefined],
  ["random signs", "x9!kQ2#vLm7&pRt", undefined],
  ["three common words", "sunshine princess dragon", "too-common"],
  ["a common phrase in capitals and gaps", "Per Aspera Ad Astra", "too-common"],
])("a passphrase of %s", async (_, text, word) => {
  expect(await refusePassphrase(text)).toBe(word);
});

test.each([
  ["a name with numbers", "Leila Haddad 1985", "about-you"],
  ["an address", "leila.haddad@northwind.example", "about-you"],
  ["a name and a common word", "haddad northwind sunshine", "about-you"],
  ["a name among words of one's own", "leila keeps seven blue herons in a jar", undefined],
])("%s of one's own", async (_, text, word) => {
  const own = ["Leila Haddad", "leila.haddad@northwind.example"];
  expect(await refusePassphrase(text, own)).toBe(word);
});

test("what is derived from does not depend on how a keyboard writes it", () => {
  expect(normalPassphrase("  Cafe\u0301  au\u00a0lait ")).toBe(normalPassphrase("Caf\u00e9 au lait"));
});
