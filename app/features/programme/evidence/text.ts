/** The sentences of the page that shows what was tried. */
import type { Suite } from "./rules.ts";

/** What each suite is, for somebody who has read none of it. */
export const suiteText: Readonly<Record<Suite, string>> = {
  "hostile server": "A server that lies to people’s devices: is it found out?",
  "authorisation matrix":
    "Everything that can be asked, by everyone who could ask it: is each refused what is not theirs?",
  "guard removal": "Each guard taken away once: do the tests notice?",
  "one-time things": "Fifty at the same moment for what works once: does it work once?",
  faults: "Crashes, full disks, lost connections, clocks that jump: is anything lost or doubled?",
  fuzz: "Bytes that nobody meant to send: does anything break?",
  "all tests": "Everything together",
};

/** The page. */
export const text = {
  title: "What was tried",
  lead: "The tests of this Oakroom: what they tried, how often, and what failed.",
  none: "No record lies on this server. Whoever runs it can make one with npm test.",
  otherVersion: (of: string, here: string) => `This record is of Oakroom ${of}. Here runs Oakroom ${here}.`,
  of: (version: string, commit: string | undefined, day: string) =>
    `Oakroom ${version}${commit === undefined ? "" : `, commit ${commit}`}, tested until ${day}.`,
  notRun: "Not run",
  runs: (runs: string, unit: string) => `${runs} ${unit}`,
  failed: { one: "# failed", other: "# failed" },
  noneFailed: "None failed",
  parts: "By part, with its seed",
  more: (what: string) => `More: ${what}`,
  leftOut: "Left out",
  caveat:
    "It is this server that says so. Anyone can run the same tests from the published program, with the same seeds: npm test.",
  sees: "What Oakroom can see",
} as const;
