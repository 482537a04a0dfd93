/** A row with a place for each mentor. What `values` gives is good until the kernel makes another row. */
export interface Row<Values> {
  readonly values: Values;
}

/** Points; below nothing means that a hard rule keeps the two apart. */
export type PointRow = Row<Int16Array>;

/** Counts, or eight yes-or-no answers each. */
export type ByteRow = Row<Uint8Array>;

/** Adds up points a row of mentors at a time. Every kernel gives the same numbers, bit by bit; it knows its own rows alone. */
export interface Kernel {
  readonly points: () => PointRow;
  readonly bytes: () => ByteRow;
  /** Adds a row to another; sums stay within 16 bits. */
  readonly add: (into: PointRow, row: PointRow) => void;
  /** Adds to each count how many of the eight answers are yes in both; counts stop at 255. */
  readonly countCommon: (counts: ByteRow, answers: ByteRow, own: number) => void;
  /**
   * Adds the points of each count divided by 2 to the power `shift`; the last of at most 16 steps holds for more. Where `known`
   * is 0 nothing is added; it is 255 elsewhere.
   */
  readonly addSteps: (into: PointRow, counts: ByteRow, shift: number, steps: Int16Array, known: ByteRow) => void;
}

/** Added to the points of a pair that a hard rule keeps apart: no table of points makes up for it. */
export const keptApart = -16_384;

/** As many steps as a table may have. */
export const mostSteps = 16;

/** Fills steps up to 16 with the last. Throws a RangeError when there are more, or when one does not fit into 16 bits. */
export function stepTable(steps: ReadonlyArray<number>): Int16Array {
  const fits = steps.every((points) => Number.isInteger(points) && points >= keptApart && points <= -keptApart);
  if (!fits || steps.length > mostSteps) throw new RangeError(`matching: at most ${mostSteps} steps of whole points`);
  return Int16Array.from({ length: mostSteps }, (_, at) => steps[Math.min(at, steps.length - 1)] ?? 0);
}
