/** A source of chance that a test can repeat: the same seed gives the same numbers. */
export interface Chance {
  /** A whole number from 0 to `below - 1`. */
  readonly upTo: (below: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly shuffled: <T>(list: ReadonlyArray<T>) => T[];
}

/** Starts a repeatable source of chance. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (below: number) => Math.floor(next() * below);
  return {
    upTo,
    happens: (probability) => next() < probability,
    shuffled: (list) => {
      const copy = [...list];
      for (let at = copy.length - 1; at > 0; at -= 1) {
        const other = upTo(at + 1);
        const [a, b] = [copy[at], copy[other]];
        if (a !== undefined && b !== undefined) [copy[at], copy[other]] = [b, a];
      }
      return copy;
    },
  };
}
