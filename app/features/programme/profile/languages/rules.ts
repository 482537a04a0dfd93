/** Languages by their ISO 639-1 codes; what has no code stays as it is written. */

const codes = (
  "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lo lt lv " +
  "mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh zu"
).split(" ");

/** The languages offered in lists. */
export const languageCodes: ReadonlyArray<string> = codes;

/** How many languages one person can list. */
export const mostLanguages = 20;

let names: Intl.DisplayNames | undefined;

/** The English name of a language; what has no code comes back unchanged. */
export function languageName(language: string): string {
  if (!codes.includes(language)) return language;
  names ??= new Intl.DisplayNames("en", { type: "language" });
  return names.of(language) ?? language;
}

let byName: ReadonlyMap<string, string> | undefined;

/** The code of a language that is written as code or by its English name; otherwise the text itself. */
export function readLanguage(text: string): string {
  const word = text.trim().toLowerCase();
  const short = word.split(/[-_]/)[0] ?? word;
  if (codes.includes(short) && word.length <= 7) return short;
  byName ??= new Map(codes.map((code) => [languageName(code).toLowerCase(), code]));
  return byName.get(word) ?? text.trim();
}
