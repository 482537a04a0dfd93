/** Passphrases: a generated one of six words (66 bits), and the refusal of weak ones. Checked on the device alone. */
import { type IsCommon, commonPassphrases } from "./common-passphrases.ts";
import { normalPassphrase } from "./passphrase-form.ts";
import { random } from "./values.ts";
import { wordList } from "./words.ts";

/** Why a passphrase is refused. */
export type PassphraseRefusal = "too-short" | "repeats" | "sequence" | "too-common" | "about-you";

/** The fewest code points of a passphrase. */
export const minPassphraseLength = 15;

const lookAlikes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "@": "a",
  $: "s",
};
const rows = ["qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "1234567890"];

/** A common piece counts as three signs, whatever its length: who guesses tries some thousand of them at each place. */
const pieceCost = 3;
/** Four common words are too few, five are enough. */
const enough = 13;
const pieceLengths = { least: 4, most: 14 } as const;
/** Two or three letters say nothing about a person. */
const leastOwn = 3;

/**
 * Why a passphrase is refused; `undefined` where it is good enough. `own` is what others know of its owner: names, addresses,
 * the organisation. Throws where the common ones could not be loaded.
 */
export async function refusePassphrase(
  text: string,
  own: ReadonlyArray<string> = [],
): Promise<PassphraseRefusal | undefined> {
  return refuseAs(text, own, await commonPassphrases());
}

/** `refusePassphrase` with a set of common ones at hand. */
export function refuseAs(text: string, own: ReadonlyArray<string>, isCommon: IsCommon): PassphraseRefusal | undefined {
  const normal = normalPassphrase(text).toLowerCase();
  const signs = Array.from(normal);
  if (signs.length < minPassphraseLength) return "too-short";
  if (new Set(signs).size < 6 || isPeriodic(signs)) return "repeats";
  if (signs.filter((sign, at) => follows(signs[at - 1], sign)).length > signs.length * 0.6) return "sequence";
  const plain = normal.replaceAll(/[^\p{L}\p{N}]/gu, "");
  if (isCommon(normal) || isCommon(plain)) return "too-common";
  const forms = [signs, signs.map((sign) => lookAlikes[sign] ?? sign)];
  if (forms.some((form) => weigh(form, isCommon) < enough)) return "too-common";
  const words = ownWords(own);
  const isPiece = (piece: string) => words.has(piece) || isCommon(piece);
  return words.size > 0 && forms.some((form) => weigh(form, isPiece, words) < enough) ? "about-you" : undefined;
}

/** The words that a person's names and addresses are made of. */
function ownWords(own: ReadonlyArray<string>): ReadonlySet<string> {
  const words = own.flatMap((each) =>
    normalPassphrase(each)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  return new Set(words.filter((word) => Array.from(word).length >= leastOwn));
}

/** The least that a passphrase counts: one for a sign, `pieceCost` for a known piece, nothing for the space after a piece. */
function weigh(signs: ReadonlyArray<string>, isPiece: IsCommon, own: ReadonlySet<string> = new Set()): number {
  const longest = Math.max(pieceLengths.most, ...Array.from(own, (word) => word.length));
  const shortest = own.size > 0 ? leastOwn : pieceLengths.least;
  const costs = signs.map(() => Number.POSITIVE_INFINITY);
  costs[0] = 0;
  const reach = (at: number, cost: number) => (costs[at] = Math.min(costs[at] ?? Number.POSITIVE_INFINITY, cost));
  signs.forEach((_, at) => {
    const sofar = costs[at] ?? 0;
    reach(at + 1, sofar + 1);
    for (let length = shortest; length <= longest && at + length <= signs.length; length += 1) {
      if (!isPiece(signs.slice(at, at + length).join(""))) continue;
      reach(at + length, sofar + pieceCost);
      if (/^[\s._@-]$/u.test(signs[at + length] ?? "")) reach(at + length + 1, sofar + pieceCost);
    }
  });
  return costs[signs.length] ?? 0;
}

/** True where a shorter piece repeats to the end, as in "abcdefabcdefabc". */
function isPeriodic(signs: ReadonlyArray<string>): boolean {
  for (let period = 1; period <= signs.length / 2; period += 1) {
    if (signs.every((sign, at) => at < period || sign === signs[at - period])) return true;
  }
  return false;
}

/** True where a sign is the one before it, its neighbour in the alphabet, or its neighbour on a keyboard. */
function follows(before: string | undefined, sign: string): boolean {
  if (before === undefined) return false;
  const step = (sign.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  if (Math.abs(step) <= 1) return true;
  return rows.some((row) => row.includes(before + sign) || row.includes(sign + before));
}

/**
 * Six words from the English BIP-39 list, each drawn evenly: 2,048 divides 65,536. The few that would be refused, because
 * what stands in them is taken for common by chance, are drawn anew. Throws where the common ones could not be loaded.
 */
export async function generatePassphrase(): Promise<string> {
  const [words, isCommon] = await Promise.all([wordList(), commonPassphrases()]);
  for (;;) {
    const made = sixOf(words);
    if (refuseAs(made, [], isCommon) === undefined) return made;
  }
}

function sixOf(words: ReadonlyArray<string>): string {
  const chance = random(12);
  const draw = (at: number) => words[(((chance[at * 2] ?? 0) << 8) | (chance[at * 2 + 1] ?? 0)) % words.length];
  return [0, 1, 2, 3, 4, 5].map(draw).join(" ");
}
