/**
 * Which rows of a long list to draw. Pure: heights in, a range and two spacers out.
 */

/** The part of a list that is drawn, and the empty space above and below it, in px. */
export interface WindowRange {
  /** First row drawn. */
  readonly from: number;
  /** One past the last row drawn. */
  readonly to: number;
  readonly before: number;
  readonly after: number;
}

/** Heights of rows, measured where they were seen, a guess elsewhere. */
export class RowHeights {
  #tops: Float64Array = new Float64Array(1);
  #heights: Float64Array;
  #cleanTo = 0;
  readonly #guess: number;

  /** `guess` is the height in px of a row nobody has seen yet. */
  constructor(count: number, guess: number) {
    this.#guess = guess;
    this.#heights = new Float64Array(count).fill(guess);
    this.#tops = new Float64Array(count + 1);
  }

  /** How many rows there are. */
  get count(): number {
    return this.#heights.length;
  }

  /** Keeps what was measured when rows are added or taken away at the end. */
  resize(count: number): void {
    if (count === this.count) return;
    const heights = new Float64Array(count).fill(this.#guess);
    heights.set(this.#heights.subarray(0, Math.min(count, this.count)));
    this.#heights = heights;
    const tops = new Float64Array(count + 1);
    this.#cleanTo = Math.min(this.#cleanTo, count);
    tops.set(this.#tops.subarray(0, this.#cleanTo + 1));
    this.#tops = tops;
  }

  /** Notes a measured height; true when it differs from what was thought by more than half a px. */
  measure(row: number, height: number): boolean {
    const known = this.#heights[row];
    if (known === undefined || Math.abs(known - height) <= 0.5) return false;
    this.#heights[row] = height;
    this.#cleanTo = Math.min(this.#cleanTo, row);
    return true;
  }

  /** Distance in px from the list's top to the top of `row`; of one past the last row, the whole height. */
  top(row: number): number {
    const wanted = Math.max(0, Math.min(row, this.count));
    for (let at = this.#cleanTo; at < wanted; at += 1) {
      this.#tops[at + 1] = (this.#tops[at] ?? 0) + (this.#heights[at] ?? 0);
    }
    this.#cleanTo = Math.max(this.#cleanTo, wanted);
    return this.#tops[wanted] ?? 0;
  }

  /** The row at a distance from the top; the last one when beyond the end. */
  rowAt(distance: number): number {
    const whole = this.top(this.count);
    if (this.count === 0 || distance <= 0) return 0;
    if (distance >= whole) return this.count - 1;
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.top(middle) <= distance) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/**
 * Chooses the rows to draw. `scrolled` is how far the list's top is above the view's top (negative when below it),
 * `view` the height of the view, `spare` how many px to draw beyond it on each side.
 */
export function windowRange(heights: RowHeights, scrolled: number, view: number, spare: number): WindowRange {
  if (heights.count === 0) return { from: 0, to: 0, before: 0, after: 0 };
  const from = heights.rowAt(scrolled - spare);
  const to = heights.rowAt(scrolled + view + spare) + 1;
  return { from, to, before: heights.top(from), after: heights.top(heights.count) - heights.top(to) };
}
