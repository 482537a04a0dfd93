/** Chance that a seed decides, so that a run can be played again. */

/** A number at least 0 and below 1. */
export type Dice = () => number;

/** Numbers that follow from a seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several. */
export function oneOf<T>(roll: Dice, several: readonly [T, ...ReadonlyArray<T>]): T {
  return several[Math.floor(roll() * several.length)] ?? several[0];
}

/** A whole number between two, both included. */
export function between(roll: Dice, least: number, most: number): number {
  return least + Math.floor(roll() * (most - least + 1));
}
