/** Comparing matching words with the other person (C13). */
import { type Bundle, hex, matchingWords, wordsAgree } from "@oakroom/crypto";
import type { Room } from "./room.ts";
import type { CompareRefusal, MatchingWords } from "./vault.ts";

/** How many words there are; a comparison of fewer never counts. */
const all = 12;

/** The two people of a room, the lower id first, where both have keys. */
function peopleOf({ log, other }: Room): { readonly mine: Bundle; readonly theirs: Bundle } | undefined {
  const mine = log.session.bundles.of(log.session.me).at(-1);
  // New keys that the server shows are what is to be compared.
  const { bundles } = log.session;
  const theirs = (bundles.offeredBy(other) ?? bundles.of(other)).at(-1);
  return mine && theirs && { mine, theirs };
}

/** The words and the code of a room. */
export async function wordsOf(room: Room): Promise<MatchingWords | CompareRefusal> {
  const people = peopleOf(room);
  if (!people) return "other-has-no-keys";
  const { mine, theirs } = people;
  const isMineFirst = hex(mine.user) < hex(theirs.user);
  const [first, second] = isMineFirst ? [mine, theirs] : [theirs, mine];
  const code = `oakroom1:${hex(first.iskHash)}:${hex(second.iskHash)}`;
  return { words: await matchingWords(mine, theirs), isMineFirst, code };
}

/** Whether the words that were heard are all of these. */
export function compareWords({ words }: MatchingWords, heard: ReadonlyArray<string>): CompareRefusal | undefined {
  const plain = heard.map((word) => word.trim().toLowerCase()).filter((word) => word !== "");
  if (plain.length < all) return "fewer-than-twelve";
  return wordsAgree(words, plain) ? undefined : "different";
}

/** Whether the code of the other device is this one. */
export function compareCode({ code }: MatchingWords, scanned: string): CompareRefusal | undefined {
  return scanned.trim() === code ? undefined : "different";
}
