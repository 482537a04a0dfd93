/** One line of the table that `npm run bench` prints. */
export interface Figure {
  readonly figure: string;
  /** What it should be; empty for figures that stand beside others. */
  readonly target: string;
  readonly measured: string;
}

/** The middle one of an odd number of measurements. */
export function median(values: ReadonlyArray<number>): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
