/** What the suites of a run tried, how often, and what failed: the record of `npm test`, and how it is said. Nothing is made up: what did not run says so. */

/** The suites that are counted, in the order in which they are told. */
export const suites = [
  "hostile server",
  "authorisation matrix",
  "guard removal",
  "one-time things",
  "faults",
  "fuzz",
  "all tests",
] as const;

/** The name of a suite. */
export type Suite = (typeof suites)[number];

/** What one run of each is. */
const units: Readonly<Record<Suite, string>> = {
  "hostile server": "attacks",
  "authorisation matrix": "cells",
  "guard removal": "guards taken away",
  "one-time things": "bursts of 50 at once",
  faults: "fault runs",
  fuzz: "inputs",
  "all tests": "tests",
};

/** What tries more of a suite than `npm test` has time for. */
const more: Readonly<Partial<Record<Suite, string>>> = {
  "one-time things": "npm run faults -- bursts tries each 200 times",
  faults: "npm run faults tries each as often as bench/faults/README.md says",
};

/** One suite as it ran, on one engine where that matters. */
export interface Tried {
  readonly suite: Suite;
  /** What of it: an engine, or a fault on an engine. */
  readonly part: string;
  readonly runs: number;
  /** Promises that did not hold. */
  readonly failed: number;
  /** With it the same run is played again; missing where nothing was left to chance, or chance was not fixed. */
  readonly seed?: string | undefined;
}

/** The record of a run. */
export interface EvidenceRecord {
  readonly format: 1;
  readonly version: string;
  /** The commit, with "+" where the files were not as committed; missing where there is no git. */
  readonly commit?: string | undefined;
  readonly node: string;
  /** When it ended, as in 2026-11-22T23:40:00.000Z. */
  readonly at: string;
  /** What was left out on that machine, and why. */
  readonly skipped: ReadonlyArray<string>;
  readonly tried: ReadonlyArray<Tried>;
}

/** What is said: of every suite, also of those that did not run. */
export interface Evidence {
  readonly version: string | undefined;
  readonly commit: string | undefined;
  readonly at: string | undefined;
  readonly suites: ReadonlyArray<{
    readonly suite: Suite;
    readonly unit: string;
    /** Undefined: not run. */
    readonly runs: number | undefined;
    readonly failed: number | undefined;
    readonly parts: ReadonlyArray<Tried>;
    /** What tries more of it, in words. */
    readonly more: string | undefined;
  }>;
  readonly skipped: ReadonlyArray<string>;
  /** The one figure that is published, or why there is none. */
  readonly figure: string;
}

/** Sums a record up; without one, nothing has run. */
export function evidenceOf(record: EvidenceRecord | undefined): Evidence {
  const told = suites.map((suite) => {
    const parts = (record?.tried ?? []).filter((one) => one.suite === suite);
    const runs = parts.reduce((sum, one) => sum + one.runs, 0);
    const failed = parts.reduce((sum, one) => sum + one.failed, 0);
    const hasRun = runs + failed > 0;
    const counts = hasRun ? { runs, failed } : { runs: undefined, failed: undefined };
    return { suite, unit: units[suite], ...counts, parts, more: more[suite] };
  });
  const { version, commit, at, skipped = [] } = record ?? {};
  return { version, commit, at, suites: told, skipped, figure: figureOf(told) };
}

function figureOf(told: Evidence["suites"]): string {
  const of = (name: Suite) => told.find(({ suite }) => suite === name);
  const [faults, cells] = [of("faults"), of("authorisation matrix")];
  const lacking = [faults, cells].flatMap((one) => (one && one.runs === undefined ? one.suite : []));
  if (lacking.length > 0) return `No figure: not run were ${lacking.join(" and ")}.`;
  const [runs, many] = [faults?.runs ?? 0, cells?.runs ?? 0];
  const broken = (faults?.failed ?? 0) + (cells?.failed ?? 0);
  const line = `${broken} broken promises in ${number(runs)} fault runs and ${number(many)} authorisation cells`;
  if (broken > 0) return `${line}.`;
  return `${line} (95 %: a fault breaks a promise at most ${bound(runs)} of the time).`;
}

/** None in n: with 95 % confidence at most 3 in n. */
function bound(runs: number): string {
  return `${(300 / runs).toFixed(runs < 300 ? 1 : 2)} %`;
}

const number = (value: number) => value.toLocaleString("en");

/** The evidence as lines for a person. `current` is the version that says it. */
export function linesOf(evidence: Evidence, current: string): ReadonlyArray<string> {
  const { version, commit, at, skipped } = evidence;
  const head =
    at === undefined
      ? [`Oakroom ${current}. No record of a run lies here: npm test writes one.`]
      : [
          `Oakroom ${version}${commit === undefined ? "" : `, commit ${commit}`}, tested until ${at}.`,
          ...(version === current ? [] : [`This is Oakroom ${current}: the record is of another version.`]),
        ];
  const rows = evidence.suites.flatMap(({ suite, unit, runs, failed, parts, more: often }) => [
    `  ${suite.padEnd(22)}${runs === undefined ? "not run" : `${number(runs)} ${unit}, ${number(failed ?? 0)} failed`}`,
    ...parts.filter(({ part }) => part !== "").map((one) => `    ${partOf(one)}`),
    ...(often === undefined ? [] : [`    more: ${often}`]),
  ]);
  return [...head, evidence.figure, "", ...rows, ...skipped.map((line) => `  left out: ${line}`)];
}

/** One part of a suite in a line. */
export function partOf({ part, runs, failed, seed }: Tried): string {
  return `${part}: ${number(runs)}, ${number(failed)} failed${seed === undefined ? "" : ` (seed ${seed})`}`;
}
