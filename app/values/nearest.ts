/** Finds what somebody meant to type. */

/** How many signs have to be added, left out, changed or swapped with their neighbour to come from one word to the other. */
export function distance(from: string, to: string): number {
  const a = Array.from(from);
  const b = Array.from(to);
  let before: ReadonlyArray<number> = [];
  let row: ReadonlyArray<number> = b.map((_, at) => at + 1);
  row = [0, ...row];
  for (const [i, sign] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      const swapped = i > 0 && j > 0 && sign === b[j - 1] && a[i - 1] === other ? (before[j - 1] ?? 0) + 1 : Infinity;
      const changed = (row[j] ?? 0) + (sign === other ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, changed, swapped));
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The word that is most like what was typed, if one is like it at all. */
export function nearest(typed: string, words: ReadonlyArray<string>): string | undefined {
  const near = words
    .map((word) => ({ word, far: distance(typed.toLowerCase(), word) }))
    .toSorted((one, other) => one.far - other.far)[0];
  if (near === undefined) return undefined;
  const begins = typed.length >= 2 && words.find((word) => word.startsWith(typed.toLowerCase()));
  return near.far <= Math.max(1, Math.floor(near.word.length / 3)) ? near.word : begins || undefined;
}
