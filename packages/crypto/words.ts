/**
 * Matching words: six for each person, twelve in all, compared by the two over another channel.
 *
 *   the first 66 bits of SHA-256("oakroom/words/v1" 0 user16 ISK32), six words of 11 bits each, from the English BIP-39 list;
 *   the lower user id comes first
 *
 * Never one hash over both identities, which could be collided, and never fewer than twelve words.
 */
import type { IskPublic, UserId } from "./values.ts";

/** One of the two. */
export interface Person {
  readonly user: UserId;
  readonly isk: IskPublic;
}

/** The six numbers (0 to 2047) of one person. */
export function wordNumbers(person: Person): ReadonlyArray<number> {
  throw new Error(`unbuilt ${person.user.length}`);
}

/** The twelve words, equal on both sides. */
export async function matchingWords(a: Person, b: Person): Promise<ReadonlyArray<string>> {
  throw new Error(`unbuilt ${a.user.length} ${b.user.length}`);
}

/** True where all twelve words were given and are the same. Fewer never count. */
export function wordsAgree(expected: ReadonlyArray<string>, given: ReadonlyArray<string>): boolean {
  throw new Error(`unbuilt ${expected.length} ${given.length}`);
}

/** The English list of BIP-39, 2,048 words, loaded when first asked for. */
export async function wordList(): Promise<ReadonlyArray<string>> {
  throw new Error("unbuilt");
}
