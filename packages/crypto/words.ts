/**
 * Matching words: six for each person, twelve in all, compared by the two over another channel.
 *
 *   the first 66 bits of SHA-256("oakroom/words/v1" 0 user16 ISK32), six words of 11 bits each, from the English BIP-39 list;
 *   the lower user id comes first
 *
 * Never one hash over both identities, which could be collided, and never fewer than twelve words.
 */
import { digest } from "./domain.ts";
import { type IskPublic, type UserId, compare } from "./values.ts";

/** One of the two. */
export interface Person {
  readonly user: UserId;
  readonly isk: IskPublic;
}

const wordsEach = 6;

/** The six numbers (0 to 2047) of one person. */
export function wordNumbers({ user, isk }: Person): ReadonlyArray<number> {
  const bits = Array.from(digest("words", user, isk), (byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from({ length: wordsEach }, (_, at) => Number.parseInt(bits.slice(at * 11, at * 11 + 11), 2));
}

/** The six words of one person: the short fingerprint of their key, to be read aloud. */
export async function fingerprintWords(person: Person): Promise<ReadonlyArray<string>> {
  const words = await wordList();
  return wordNumbers(person).map((number) => words[number] ?? "");
}

/** The twelve words, equal on both sides. */
export async function matchingWords(a: Person, b: Person): Promise<ReadonlyArray<string>> {
  const words = await wordList();
  const [lower, upper] = compare(a.user, b.user) < 0 ? [a, b] : [b, a];
  return [...wordNumbers(lower), ...wordNumbers(upper)].map((number) => words[number] ?? "");
}

/** True where all twelve words were given and are the same. Fewer never count. */
export function wordsAgree(expected: ReadonlyArray<string>, given: ReadonlyArray<string>): boolean {
  const counts = expected.length === wordsEach * 2 && given.length === expected.length;
  return counts && expected.every((word, at) => word !== "" && word === given[at]);
}

/** The English list of BIP-39, 2,048 words, loaded when first asked for. */
export async function wordList(): Promise<ReadonlyArray<string>> {
  return (await import("@scure/bip39/wordlists/english.js")).wordlist;
}
