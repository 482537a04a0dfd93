/** Words by number, as a language forms them. */

/** The forms of a word by number; languages have between one and six. `#` stands for the number. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const known = new Map<string, { readonly rules: Intl.PluralRules; readonly numbers: Intl.NumberFormat }>();

/** "1 person", "5 people": `inNumber(5, { one: "# person", other: "# people" })`. `locale` is that of the words. */
export function inNumber(count: number, words: Plural, locale = "en-GB"): string {
  // Intl's formatters are costly: each is made once.
  const { rules, numbers } = known.get(locale) ?? {
    rules: new Intl.PluralRules(locale),
    numbers: new Intl.NumberFormat(locale),
  };
  known.set(locale, { rules, numbers });
  return (words[rules.select(count)] ?? words.other).replaceAll("#", numbers.format(count));
}
