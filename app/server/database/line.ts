/** A line of works in front of a disk: bounded, so that a slow disk makes people come back soon instead of wait without end. */

/** A work that waits for its turn. */
export interface InLine {
  readonly reject: (error: unknown) => void;
}

/** How many works wait at most, and for how long, in ms. */
export interface LineLimits {
  readonly most: number;
  readonly patienceMs: number;
}

/** Longer than a command beside the server holds the database in one go, shorter than what browsers and proxies wait for. */
const limits: LineLimits = { most: 2000, patienceMs: 10_000 };

/** The line is full, or the turn did not come in time: nothing was done, and trying again soon may help. */
export class OverloadedError extends Error {
  override readonly name = "OverloadedError";
  readonly code = "OVERLOADED";
}

/** Works in the order in which they came. */
export class Line<W extends InLine> {
  readonly #limits: LineLimits;
  #waiting: Array<{ readonly work: W; readonly until: number }> = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(given: LineLimits = limits) {
    this.#limits = given;
  }

  /** How many wait. */
  get length(): number {
    return this.#waiting.length;
  }

  /** Adds a work at the end, or refuses it at once where the line is full. */
  add(work: W): void {
    const { most, patienceMs } = this.#limits;
    if (this.#waiting.length >= most) return work.reject(new OverloadedError());
    this.#waiting.push({ work, until: performance.now() + patienceMs });
    if (!this.#timer) this.#timer = setTimeout(() => this.#refuseLate(), patienceMs).unref();
  }

  /** Takes the first works out of the line. */
  take(many: number): ReadonlyArray<W> {
    return this.#waiting.splice(0, many).map(({ work }) => work);
  }

  #refuseLate(): void {
    this.#timer = undefined;
    const now = performance.now();
    const firstInTime = this.#waiting.findIndex(({ until }) => until > now);
    const late = this.#waiting.splice(0, firstInTime === -1 ? this.#waiting.length : firstInTime);
    for (const { work } of late) work.reject(new OverloadedError());
    const next = this.#waiting[0];
    if (next) this.#timer = setTimeout(() => this.#refuseLate(), next.until - now).unref();
  }
}
