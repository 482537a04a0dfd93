/** Whole cohorts, from people to a proven matching, beside scipy's solver on the same points. CPU time: the machine does other things too. */
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { match, termsOf, type Cohort, type Matched } from "@oakroom/matching";
import * as z from "zod/mini";
import { fastKernel } from "../packages/matching/kernel/fast.ts";
import type { Kernel } from "../packages/matching/kernel/kernel.ts";
import { plainKernel } from "../packages/matching/kernel/plain.ts";
import { pointRowsOf } from "../packages/matching/point-rows.ts";
import { madeUpCohort } from "../packages/matching/testing/cohorts.ts";
import { type Figure, median } from "./figure.ts";
import { sameOnEveryNode } from "./matching/nodes.ts";

const rounds = 5;
const people = { mentees: 5000, mentors: 2500 };
/** Places for about half of the mentees, and for about all of them. */
const shapes = [
  { ...people, places: 2 },
  { ...people, places: 4 },
];
const large = { mentees: 20_000, mentors: 10_000, places: 2 };

/** CPU seconds of some work, in all threads of this process. */
function cpuOf<T>(work: () => T): { readonly value: T; readonly seconds: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6 };
}

interface Measured extends Matched {
  readonly seconds: number;
}

function matched(cohort: Cohort): Measured {
  const runs = Array.from({ length: rounds }, () => cpuOf(() => match(cohort, termsOf(cohort))));
  const [first] = runs;
  if (!first) throw new Error("nothing was measured");
  return { ...first.value, seconds: median(runs.map(({ seconds }) => seconds)) };
}

/** The points of every pair as one table, -1 where a rule keeps the two apart, and what laying it out cost with a kernel. */
function tableOf(cohort: Cohort, kernelOf: (width: number) => Kernel) {
  const { mentees, mentors } = cohort;
  const table = new Int16Array(mentees.length * mentors.length);
  const kernel = kernelOf(mentors.length);
  const rows = pointRowsOf({ mentees, mentors }, termsOf(cohort), kernel);
  const row = kernel.points();
  const all = () => mentees.forEach((_, mentee) => rows.fill(mentee, row));
  // The first time lays out what each answer brings; a matching goes over all rows several times.
  all();
  const seconds = median(Array.from({ length: rounds }, () => cpuOf(all).seconds));
  for (let mentee = 0; mentee < mentees.length; mentee += 1) {
    rows.fill(mentee, row);
    table.set(row.values.subarray(0, mentors.length), mentee * mentors.length);
  }
  return { table, nanoseconds: (seconds * 1e9) / table.length };
}

const Answer = z.strictObject({ seconds: z.number(), placed: z.number(), points: z.number() });

/** Scipy's dense solver on the same points, a column for each place. */
function scipy(cohort: Cohort, table: Int16Array): z.infer<typeof Answer> | undefined {
  const folder = mkdtempSync(join(tmpdir(), "oakroom-bench-"));
  try {
    writeFileSync(join(folder, "points"), table);
    writeFileSync(
      join(folder, "places"),
      Int32Array.from(cohort.mentors, ({ capacity }) => capacity),
    );
    const script = fileURLToPath(new URL("matching/solve-with-scipy.py", import.meta.url));
    const { status, stdout } = spawnSync("python3", [script, folder, String(rounds)], { encoding: "utf8" });
    return status === 0 ? Answer.parse(JSON.parse(stdout)) : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function besideScipy(name: string, cohort: Cohort, { matching, seconds }: Measured, table: Int16Array): Figure {
  const peer = scipy(cohort, table);
  const figure = `${name}: people to proof, CPU, over scipy's linear_sum_assignment alone`;
  if (!peer) return { figure, target: "0.6", measured: "skipped: python3 with scipy is not here" };
  const { placed, points } = matching.levels;
  const isSame = peer.placed === placed && peer.points === points;
  const ratio = (seconds / peer.seconds).toFixed(2);
  return {
    figure,
    target: "0.6",
    measured: `${ratio} (scipy ${peer.seconds.toFixed(2)} s, ${isSame ? "same" : "ANOTHER"} optimum)`,
  };
}

const Large = z.strictObject({ seconds: z.number(), megabytes: z.number(), rounds: z.number() });

/** In a process of its own, for its memory. */
async function largeCohort(): Promise<Figure> {
  const script = fileURLToPath(new URL("matching/large.ts", import.meta.url));
  const shaped = [large.mentees, large.mentors, large.places].map(String);
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...shaped]);
  const { seconds, megabytes } = Large.parse(JSON.parse(stdout));
  return {
    figure: `${large.mentees} x ${large.mentors}: people to proof`,
    target: "15 s CPU, 200 MB",
    measured: `${seconds.toFixed(1)} s CPU, ${Math.round(megabytes)} MB`,
  };
}

/** One cohort from people to proof, and beside scipy. */
function besides(shape: (typeof shapes)[number]): ReadonlyArray<Figure> {
  const cohort = madeUpCohort(1, shape);
  const places = cohort.mentors.reduce((sum, { capacity }) => sum + capacity, 0);
  const name = `${shape.mentees} x ${shape.mentors}, ${places} places`;
  const measured = matched(cohort);
  const { pairsChecked, rounds: solved, seconds } = measured;
  return [
    {
      figure: `${name}: people to proof (${pairsChecked} pairs checked, solved ${solved} times)`,
      target: "",
      measured: `${seconds.toFixed(2)} s CPU`,
    },
    besideScipy(name, cohort, measured, tableOf(cohort, fastKernel).table),
  ];
}

/** What a pair costs to score, with SIMD and without. */
function scoring(): ReadonlyArray<Figure> {
  const cohort = madeUpCohort(1, { ...people, places: 2 });
  const fast = tableOf(cohort, fastKernel);
  const plain = tableOf(cohort, plainKernel);
  const isSame = fast.table.every((points, at) => points === plain.table[at]);
  const ratio = (plain.nanoseconds / fast.nanoseconds).toFixed(1);
  return [
    { figure: "points of a pair, with SIMD", target: "9 ns", measured: `${fast.nanoseconds.toFixed(1)} ns` },
    {
      figure: "points of a pair, plain over SIMD",
      target: "4",
      measured: isSame ? ratio : `${ratio}, and ANOTHER table`,
    },
  ];
}

/** Matches made-up cohorts. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  return [...shapes.flatMap(besides), ...scoring(), await largeCohort(), await sameOnEveryNode()];
}
