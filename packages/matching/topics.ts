/** Compares topics that people wrote in their own words. */
export interface Topics {
  /** Whether two texts name the same thing: the same words, give or take endings, order and small words. */
  readonly isSame: (one: string, other: string) => boolean;
}

const smallWords = new Set(
  "a an and as at for from how i in into is it its me my of on or our the their to with your".split(" "),
);

/** The share of words two texts must have in common: two of three pass, one of two does not. */
const closeEnough = 0.65;

/** Starts a comparison that remembers the words of each text it has met. */
export function compareTopics(): Topics {
  const met = new Map<string, ReadonlySet<string>>();
  const read = (text: string) => {
    const known = met.get(text);
    if (known) return known;
    const words = wordsOf(text);
    met.set(text, words);
    return words;
  };
  return {
    isSame: (one, other) => {
      const [a, b] = [read(one), read(other)];
      if (a.size === 0 || b.size === 0) return false;
      let shared = 0;
      for (const word of a) if (b.has(word)) shared += 1;
      return (2 * shared) / (a.size + b.size) >= closeEnough;
    },
  };
}

function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !smallWords.has(word));
  return new Set((telling.length > 0 ? telling : words).map(stem));
}

/** Takes English endings off, so that "leading", "leads" and "lead" meet; other languages keep their words whole. */
function stem(word: string): string {
  if (!/^[a-z]{4,}$/u.test(word)) return word;
  const short = word.replace(/(?:ing|ies|es|ed|s|y)$/u, "");
  const bare = short.length >= 3 ? short : word;
  return bare.replace(/e$/u, "").replace(/([b-df-hj-np-tv-z])\1$/u, "$1");
}
