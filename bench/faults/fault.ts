/** What a fault run is: something is broken on purpose, many times, and what was promised is looked for afterwards. */
import type { Engine } from "../../app/server/database/database.ts";
import { median } from "../figure.ts";
import { type Dice, diceOf } from "./dice.ts";

/** How a fault is tried. */
export interface Trial {
  readonly engine: Engine;
  readonly runs: number;
  readonly roll: Dice;
  /** True where the promise itself is broken on purpose: then the run has to notice. */
  readonly isBreached: boolean;
  /** False where the machine does other things too: then no length of time counts as a violation. */
  readonly isTimed: boolean;
}

/** What a trial has found. */
export interface Found {
  /** One sentence for each broken promise. */
  readonly violations: ReadonlyArray<string>;
  /** How long it took each time until everything worked again. */
  readonly recoveriesMs: ReadonlyArray<number>;
  /** What else is worth saying, in a few words. */
  readonly remark: string;
}

/** A fault: a file `<name>.fault.ts` of this folder exports one as `fault`. */
export interface Fault {
  /** What holds in spite of it. */
  readonly promise: string;
  /** How the promise is broken where somebody asks for that. */
  readonly breach: string;
  readonly engines: ReadonlyArray<Engine>;
  /** Where the breach can be tried; on all of them unless told. */
  readonly breachedOn?: ReadonlyArray<Engine>;
  /** How many runs the command makes unless told. */
  readonly runs: number;
  /** What this machine lacks for it. */
  readonly lacks?: () => string | undefined;
  readonly attempt: (trial: Trial) => Promise<Found>;
}

/** Where a fault can be tried, whole or breached. */
export function enginesOf({ engines, breachedOn }: Fault, isBreached: boolean): ReadonlyArray<Engine> {
  return isBreached ? (breachedOn ?? engines) : engines;
}

/** Which trial of a fault. */
export interface Choice {
  readonly name: string;
  readonly engine: Engine;
  readonly runs: number;
  readonly seed: number;
  readonly isBreached: boolean;
  readonly isTimed: boolean;
}

/** The seed unless told. */
export const usualSeed = 20_261_001;

/** Tries a fault and says it in one line, with the seed that plays it again. */
export async function tryFault(fault: Fault, { name, engine, runs, seed, isBreached, isTimed }: Choice) {
  const found = await fault.attempt({ engine, runs, roll: diceOf(seed), isBreached, isTimed });
  const { violations, recoveriesMs, remark } = found;
  const recovery = recoveriesMs.length === 0 ? "none needed" : `${Math.round(median(recoveriesMs))} ms`;
  const what = `${name} on ${engine}${isBreached ? `, breached (${fault.breach})` : ""}`;
  const line = `${what}: ${runs} runs, ${violations.length} violations, median recovery ${recovery}; ${remark} (seed ${seed})`;
  return { ...found, line };
}
