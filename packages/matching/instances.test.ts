import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Matching, Problem } from "./problem.ts";
import { solve } from "./solve.ts";
import { verify } from "./verify.ts";

const folder = new URL("../../../shared/matching-data/", import.meta.url);
const isThere = existsSync(fileURLToPath(new URL("expected.json", folder)));
if (!isThere) console.log("Skipped: the matching instances written elsewhere are not beside this checkout.");

const read = (name: string) => readFileSync(fileURLToPath(new URL(name, folder)));
const numbersOf = (name: string) => gunzipSync(read(name)).toString("utf8").trim().split(/\s+/u).map(Number);

/** Costs become points, so that the cheapest full assignment is the one of most points. */
const dear = 1000;

function proven(problem: Problem): Matching {
  const matching = solve(problem);
  expect(verify(problem, matching)).toEqual({ proved: true, pairsChecked: problem.pairs.length });
  return matching;
}

function square(size: number, costs: ReadonlyArray<readonly [row: number, column: number, cost: number]>): Problem {
  return {
    mentees: Array.from({ length: size }, (_, at) => ({ id: `row ${at}` })),
    mentors: Array.from({ length: size }, (_, at) => ({ id: `column ${at}`, capacity: 1 })),
    pairs: costs.map(([row, column, cost]) => ({
      mentee: `row ${row}`,
      mentor: `column ${column}`,
      points: dear - cost,
    })),
  };
}

interface Rankings {
  readonly students: number;
  readonly courses: number;
  readonly ranks: ReadonlyArray<readonly [student: number, course: number, rank: number]>;
}

function rankings(name: string): Rankings {
  const lines = read(name).toString("utf8").split(/\r?\n/u);
  const orders = lines
    .filter((line) => /^\d+:/u.test(line))
    .flatMap((line) => {
      const [count = 0, ...courses] = line.split(/[:,]/u).map(Number);
      return Array.from({ length: count }, () => courses);
    });
  const ranks = orders.flatMap((courses, student) => courses.map((course, at) => [student, course, at + 1] as const));
  return { students: orders.length, courses: orders[0]?.length ?? 0, ranks };
}

function rankedCourses({ students, courses: count, ranks }: Rankings, capacity: number, worstRank?: number): Problem {
  return {
    mentees: Array.from({ length: students }, (_, at) => ({ id: `student ${at}` })),
    mentors: Array.from({ length: count }, (_, at) => ({ id: `course ${at + 1}`, capacity })),
    pairs: ranks.map(([student, course, rank]) => ({
      mentee: `student ${student}`,
      mentor: `course ${course}`,
      points: dear - rank,
    })),
    ...(worstRank === undefined ? {} : { fairLine: dear - worstRank }),
  };
}

describe.skipIf(!isThere)("instances written elsewhere, to the known optimum", () => {
  const expected = isThere ? JSON.parse(read("expected.json").toString("utf8")) : {};

  it.each(["assign100", "assign200"])("%s: dense assignment with many ties", (name) => {
    const [size = 0, ...costs] = numbersOf(`${name}.txt.gz`);
    const { levels } = proven(
      square(
        size,
        costs.map((cost, at) => [Math.floor(at / size), at % size, cost]),
      ),
    );
    expect(levels.placed).toBe(size);
    expect(dear * size - levels.points).toBe(expected[name].min_cost);
  });

  it("assignp800: sparse assignment", () => {
    const [size = 0, ...rest] = numbersOf("assignp800.txt.gz");
    const triples = Array.from({ length: rest.length / 3 }, (_, at) => rest.slice(3 * at, 3 * at + 3));
    const { levels } = proven(
      square(
        size,
        triples.map(([row = 0, column = 0, cost = 0]) => [row - 1, column - 1, cost]),
      ),
    );
    expect(levels.placed).toBe(size);
    expect(dear * size - levels.points).toBe(expected.assignp800.min_cost);
  });

  it.each([
    ["agh-2003.soc", 17, "agh2003_cap17"],
    ["agh-2003.soc", 12, "agh2003_cap12"],
    ["agh-2004.soc", 22, "agh2004_cap22"],
    ["agh-2004.soc", 17, "agh2004_cap17"],
  ])("%s with %i places a course: real rankings", (file, capacity, name) => {
    const { rows, cols, matched, min_rank_sum: leastSum, min_worst_rank: worst } = expected[name];
    const data = rankings(file);
    expect([data.students, data.courses]).toEqual([rows, cols]);
    const { levels } = proven(rankedCourses(data, capacity));
    expect(levels.placed).toBe(matched);
    expect(dear * matched - levels.points).toBe(leastSum);
    expect(proven(rankedCourses(data, capacity, worst)).levels.belowLine).toBe(0);
    expect(proven(rankedCourses(data, capacity, worst - 1)).levels.belowLine).toBeGreaterThan(0);
  });

  it("hr_small: the only stable matching of five residents and three hospitals", () => {
    const { residents, hospitals, capacity, stable_matchings: stable } = expected.hr_small;
    const wishes = (lists: Record<string, string[]>) =>
      Object.entries(lists).flatMap(([by, list]) => list.map((who, at) => ({ by, who, rank: at + 1 })));
    const problem: Problem = {
      mentees: Object.keys(residents).map((id) => ({ id })),
      mentors: Object.keys(hospitals).map((id) => ({ id, capacity })),
      pairs: Object.entries<string[]>(residents).flatMap(([mentee, list]) =>
        list.map((mentor) => ({ mentee, mentor, points: 0 })),
      ),
      named: [...wishes(residents), ...wishes(hospitals)],
      policy: "choice",
    };
    for (const policy of ["choice", "agreed"] as const) {
      const { pairs, exceptions } = proven({ ...problem, policy });
      expect(Object.fromEntries(pairs.map(({ mentee, mentor }) => [mentee, mentor]))).toEqual(stable[0]);
      expect(exceptions).toEqual([]);
    }
  });
});
