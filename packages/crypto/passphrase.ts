/** Passphrases: a generated one of six words (66 bits), and the refusal of weak ones. Checked on the device alone. */
import { random } from "./values.ts";
import { wordList } from "./words.ts";

/** Why a passphrase is refused. */
export type PassphraseRefusal = "too-short" | "repeats" | "sequence" | "too-common";

/** The fewest code points of a passphrase. */
export const minPassphraseLength = 15;

/** The form that is derived from: NFKC, no white space at the ends, one space where there is any. What one types on a phone then unlocks too. */
export function normalPassphrase(text: string): string {
  return text.normalize("NFKC").trim().replaceAll(/\s+/gu, " ");
}

// What most often stands alone, or between digits, in lists of stolen passwords; and our own names.
const common =
  "password passwort passphrase passcode letmein welcome qwerty qwertz azerty iloveyou admin administrator login " +
  "monkey dragon master sunshine princess football baseball superman batman trustno secret hello whatever shadow " +
  "michael jennifer charlie jordan summer winter spring autumn london changeme default computer internet starwars " +
  "oakroom mentor mentee mentoring company business correct horse battery staple";
const commonWords = new RegExp(
  common
    .split(" ")
    .toSorted((a, b) => b.length - a.length)
    .join("|"),
  "gu",
);
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

/** Why a passphrase is refused; `undefined` where it is good enough. */
export function refusePassphrase(text: string): PassphraseRefusal | undefined {
  const signs = Array.from(normalPassphrase(text).toLowerCase());
  if (signs.length < minPassphraseLength) return "too-short";
  if (new Set(signs).size < 6 || isPeriodic(signs)) return "repeats";
  if (signs.filter((sign, at) => follows(signs[at - 1], sign)).length > signs.length * 0.6) return "sequence";
  const letters = signs.map((sign) => lookAlikes[sign] ?? sign).join("");
  const rest = letters.replaceAll(commonWords, "");
  return rest.length < letters.length && Array.from(rest).length < 8 ? "too-common" : undefined;
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

/** Six words from the English BIP-39 list, each drawn evenly: 2,048 divides 65,536. */
export async function generatePassphrase(): Promise<string> {
  const words = await wordList();
  const chance = random(12);
  const draw = (at: number) => words[(((chance[at * 2] ?? 0) << 8) | (chance[at * 2 + 1] ?? 0)) % words.length];
  return [0, 1, 2, 3, 4, 5].map(draw).join(" ");
}
