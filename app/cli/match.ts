/** `match`: solves, checks, and matches a programme's people, by files. What it writes tells who named whom: for the operator alone. */
import { markedFor, problemOf, solve, verify, type Matching } from "@oakroom/matching";
import { writeCsv } from "@oakroom/table";
import { matchOneWay } from "../features/programme/matching/drafts/one-way/rules.ts";
import { readGround, readNames } from "../features/programme/matching/drafts/store.ts";
import { nearest } from "../values/nearest.ts";
import type { Command, CommandIo } from "./command.ts";
import { misuse, refusal } from "./failure.ts";
import { readFlags } from "./flags.ts";
import { readMatching, readProblem, writeWhole } from "./match/files.ts";
import { matchText as text } from "./match/text.ts";
import { withPlace } from "./place.ts";
import { findProgramme } from "./programme.ts";

type Way = (args: ReadonlyArray<string>, io: CommandIo) => Promise<number> | number;

const ways: Readonly<Record<string, Way>> = { solve: solveFile, verify: verifyFile, run: runProgramme };

/** Matches by files. `solve` and `verify` open no database and need no server. */
export const match: Command = {
  name: "match",
  usage: "solve | verify | run",
  summary: "Find the best matching of a file or a programme, or check one",
  async run([way = "", ...args], io) {
    const run = Object.hasOwn(ways, way) ? ways[way] : undefined;
    if (run) return run(args, io);
    const near = nearest(way, Object.keys(ways));
    if (near !== undefined) throw misuse(text.didYouMean(way, near));
    throw misuse(text.needsWay);
  },
};

function solveFile(args: ReadonlyArray<string>, io: CommandIo): number {
  const { flags, words } = readFlags(args, { in: "text", out: "text", csv: "text" }, "match solve");
  const file = needed("solve", "in", flags.in, words);
  const problem = readProblem(file, io);
  const matching = exactly(() => solve(problem));
  writeMatching(matching, flags.out, [file], io);
  if (flags.csv)
    writeWhole(
      flags.csv,
      tableOf(matching, (id) => id),
      [file],
      io,
    );
  io.out(text.levels(matching.levels, matching.waiting.length));
  return 0;
}

function verifyFile(args: ReadonlyArray<string>, io: CommandIo): number {
  const { flags, words } = readFlags(args, { in: "text", matching: "text" }, "match verify");
  const problem = readProblem(needed("verify", "in", flags.in, words), io);
  const matching = readMatching(needed("verify", "matching", flags.matching), io);
  const verdict = verify(problem, matching);
  if (!verdict.proved) throw refusal(text.notProved(verdict.fault));
  io.out(text.proved(verdict.pairsChecked));
  return 0;
}

function runProgramme(args: ReadonlyArray<string>, io: CommandIo): Promise<number> {
  const kinds = { programme: "text", problem: "text", out: "text", csv: "text" } as const;
  const { flags, words } = readFlags(args, kinds, "match run");
  refuseWords("run", words);
  return withPlace(io, async (place) => {
    const programmeId = await findProgramme(place, flags.programme);
    const ground = await readGround(place.db.read, programmeId, place.now);
    const whole = ground.cohort(ground.ruled);
    // These files hold points and who named whom: nobody but their writer may read a wish.
    const cohort = flags.problem || flags.out ? { ...whole, named: [] } : whole;
    const { matching, ...asked } = exactly(() => matchOneWay(cohort));
    const names = await readNames(place.db.read, programmeId);
    // The file alone lists every pair; whoever does not ask for it matches a cohort of any size.
    const problem = flags.problem ? problemOf(asked.cohort, asked.terms) : undefined;
    if (flags.problem) writeWhole(flags.problem, JSON.stringify(problem), [], io);
    writeMatching(
      problem ? markedFor(problem, matching) : matching,
      flags.out,
      flags.problem ? [flags.problem] : [],
      io,
    );
    if (flags.csv)
      writeWhole(
        flags.csv,
        tableOf(matching, (id) => names.get(id) ?? id),
        [],
        io,
      );
    io.out(text.levels(matching.levels, matching.waiting.length));
    return 0;
  });
}

/** What a flag was given; a flag that has to be there and is not ends the command. */
function needed(way: string, name: string, given: string | undefined, words: ReadonlyArray<string> = []): string {
  refuseWords(way, words);
  if (given === undefined) throw misuse(text.needs(way, name));
  return given;
}

function refuseWords(way: string, [first]: ReadonlyArray<string>): void {
  if (first !== undefined) throw misuse(text.flagsAlone(way, first));
}

/** The engine refuses sums that it could not keep exact. */
function exactly<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw misuse(text.notExact);
    throw error;
  }
}

function writeMatching(matching: Matching, name: string | undefined, read: ReadonlyArray<string>, io: CommandIo): void {
  if (name) writeWhole(name, `${JSON.stringify(matching)}\n`, read, io);
}

/** A table for a spreadsheet: who with whom, then who waits. No points: they tell of wishes. */
function tableOf({ pairs, waiting }: Matching, nameOf: (id: string) => string): string {
  return writeCsv([
    ["mentee", "mentor"],
    ...pairs.map(({ mentee, mentor }) => [nameOf(mentee), nameOf(mentor)]),
    ...waiting.map((mentee) => [nameOf(mentee), ""]),
  ]);
}
