/** What one gate found. */
export interface Verdict {
  /** Tests that passed, or 1 for a gate that only says yes or no. */
  readonly passed: number;
  readonly failed: number;
  /** How much was looked at, as in "214 files": a gate that saw nothing must say so. */
  readonly seen: string;
  /** What a person needs in order to mend it; empty when all is well. */
  readonly detail: string;
}

/** One thing that must hold before a change goes out. */
export interface Gate {
  readonly name: string;
  readonly run: () => Promise<Verdict>;
}

/**
 * A verdict of yes or no. A gate that saw nothing fails: it would pass whatever was wrong. `mayBeEmpty` where only some places were
 * asked about, in which there may be nothing for it.
 */
export function yesOrNo(count: number, noun: string, detail: string, mayBeEmpty = false): Verdict {
  const found = count === 0 && !mayBeEmpty ? `There is nothing to check: 0 ${noun}.\n${detail}` : detail;
  const failed = found === "" ? 0 : 1;
  return { passed: 1 - failed, failed, seen: `${count} ${noun}`, detail: found };
}

/** A gate that could not be tried at all counts as one failure. */
export function broken(detail: string): Verdict {
  return { passed: 0, failed: 1, seen: "nothing", detail };
}
