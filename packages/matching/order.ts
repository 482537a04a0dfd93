/**
 * Mixes a seed and a text into a whole number below 2^53.
 * The same text gives the same number everywhere; it settles ties and tells files apart, and guards no secret.
 */
export function mix(seed: string, text: string): number {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  const both = `${seed}\n${text}`;
  for (let at = 0; at < both.length; at += 1) {
    const unit = both.charCodeAt(at);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 4294967296 * (2097151 & high) + (low >>> 0);
}

/** Compares two ids by their UTF-16 units, the same in every language. */
export function byId(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Puts ids in the order that the seed draws, whatever order they came in. */
export function drawn(seed: string, ids: ReadonlyArray<string>): string[] {
  const lots = ids.map((id) => ({ id, lot: mix(seed, id) }));
  lots.sort((a, b) => a.lot - b.lot || byId(a.id, b.id));
  return lots.map(({ id }) => id);
}

/**
 * Gives a list of entries one short mark that does not depend on their order.
 * Two lists with the same entries have the same mark.
 */
export function fingerprint(entries: Iterable<string>): string {
  let low = 0;
  let high = 0;
  let count = 0;
  for (const entry of entries) {
    const mixed = mix("fingerprint", entry);
    low = (low + (mixed % 4294967296)) >>> 0;
    high = (high + Math.floor(mixed / 4294967296)) >>> 0;
    count += 1;
  }
  return [high, low, count].map((part) => part.toString(16).padStart(8, "0")).join("");
}
