import { describe, expect, it } from "vitest";
import { faultsOf } from "./faults.ts";
import type { Problem } from "./problem.ts";
import { solve } from "./solve.ts";
import { bestScore, blocks, mutualByForce, scoreOfMatching } from "./testing/brute-force.ts";
import { randomProblem, reordered } from "./testing/problems.ts";
import { verify } from "./verify.ts";

const seeds = Array.from({ length: 2000 }, (_, seed) => seed);

describe("against every possible matching", () => {
  it("reaches the best of all levels on 2,000 random problems, proves it, and tells the levels truly", () => {
    for (const seed of seeds) {
      const problem = randomProblem(seed);
      expect(faultsOf(problem), `problem ${seed}`).toEqual([]);
      const matching = solve(problem);
      const score = scoreOfMatching(problem, matching);
      const { placed, further, mutualKept, belowLine, points } = matching.levels;
      expect(score, `problem ${seed}`).toEqual(bestScore(problem));
      expect([placed, further, mutualKept, 0 - belowLine, points], `problem ${seed}`).toEqual(score.slice(0, 5));
      expect(verify(problem, matching), `problem ${seed}`).toMatchObject({ proved: true });
    }
  });

  it("meets every kind of edge in those problems", () => {
    const problems = seeds.map((seed) => randomProblem(seed));
    const count = (is: (problem: Problem) => boolean) => problems.filter(is).length;
    expect(count(({ mentees }) => mentees.length === 0)).toBeGreaterThan(50);
    expect(count(({ mentors }) => mentors.length === 0)).toBeGreaterThan(50);
    expect(count(({ mentees }) => mentees.length === 1)).toBeGreaterThan(50);
    expect(count(({ mentors }) => mentors.some(({ capacity }) => capacity === 0))).toBeGreaterThan(50);
    expect(
      count(({ mentees, mentors, pairs }) => mentees.length * mentors.length > 0 && pairs.length === 0),
    ).toBeGreaterThan(50);
    expect(
      count(({ pairs }) => pairs.length > 5 && new Set(pairs.map(({ points }) => points)).size === 1),
    ).toBeGreaterThan(50);
    expect(count(({ pinned }) => (pinned ?? []).length > 0)).toBeGreaterThan(50);
    expect(count(({ existing }) => (existing ?? []).length > 0)).toBeGreaterThan(50);
    expect(count(({ forbidden }) => (forbidden ?? []).length > 0)).toBeGreaterThan(50);
    expect(count(({ fairLine }) => fairLine !== undefined)).toBeGreaterThan(500);
    expect(count((problem) => mutualByForce(problem).length > 1)).toBeGreaterThan(100);
    expect(count((problem) => solve(problem).exceptions.length > 0)).toBeGreaterThan(10);
  });

  it("keeps no two people apart who would both rather have each other, under the participants' choice", () => {
    for (const seed of seeds) {
      const problem: Problem = { ...randomProblem(seed), policy: "choice" };
      const matching = solve(problem);
      const free = matching.pairs.filter(
        (pair) => !problem.pinned?.some(({ mentee, mentor }) => mentee === pair.mentee && mentor === pair.mentor),
      );
      expect(
        problem.pairs.filter((pair) => blocks(problem, free, pair)),
        `problem ${seed}`,
      ).toEqual([]);
      expect(verify(problem, matching), `problem ${seed}`).toMatchObject({ proved: true });
    }
  });
});

describe("problems too large to try everything", () => {
  it("are proven by the separate checker, all 300 of them", () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const problem = randomProblem(seed + 40_000, 60, 25);
      const matching = solve(problem);
      expect(verify(problem, matching), `problem ${seed}`).toMatchObject({ proved: true });
      expect(JSON.stringify(solve(reordered(problem, seed))), `problem ${seed}`).toBe(JSON.stringify(matching));
    }
  });
});

describe("the same problem told in another order", () => {
  it("gives the same answer, byte for byte", () => {
    for (const seed of seeds) {
      const problem = randomProblem(seed);
      const answer = JSON.stringify(solve(problem));
      expect(JSON.stringify(solve(reordered(problem, seed + 1))), `problem ${seed}`).toBe(answer);
      expect(JSON.stringify(solve(reordered(problem, seed + 2))), `problem ${seed}`).toBe(answer);
    }
  });

  it("draws the lots between equals by the seed", () => {
    const mentees = ["Amara", "Bruno", "Chidi", "Dana"].map((id) => ({ id }));
    const pairs = mentees.map(({ id }) => ({ mentee: id, mentor: "Ravi", points: 5 }));
    const placed = (seed: string) =>
      solve({ mentees, mentors: [{ id: "Ravi", capacity: 1 }], pairs, seed }).pairs[0]?.mentee;
    const winners = new Set(Array.from({ length: 40 }, (_, at) => placed(`round ${at}`)));
    expect(winners.size).toBe(4);
  });
});

describe("what comes before what", () => {
  const amara = { id: "Amara" };
  const bruno = { id: "Bruno" };
  const ravi = { id: "Ravi", capacity: 1 };
  const sofia = { id: "Sofia", capacity: 1 };

  it("gives both a mentor rather than one of them the perfect one", () => {
    const { levels, waiting } = solve({
      mentees: [amara, bruno],
      mentors: [ravi, sofia],
      pairs: [
        { mentee: "Amara", mentor: "Ravi", points: 1000 },
        { mentee: "Amara", mentor: "Sofia", points: 1 },
        { mentee: "Bruno", mentor: "Ravi", points: 1 },
      ],
    });
    expect(levels).toEqual({ placed: 2, further: 0, mutualKept: 0, belowLine: 0, points: 2 });
    expect(waiting).toEqual([]);
  });

  const everyone = {
    mentees: [amara, bruno],
    mentors: [ravi, sofia],
    pairs: [
      { mentee: "Amara", mentor: "Ravi", points: 10 },
      { mentee: "Amara", mentor: "Sofia", points: 900 },
      { mentee: "Bruno", mentor: "Ravi", points: 900 },
      { mentee: "Bruno", mentor: "Sofia", points: 10 },
    ],
  };
  const mutual = [
    { by: "Amara", who: "Ravi", rank: 1 },
    { by: "Ravi", who: "Amara", rank: 1 },
  ];

  it("keeps two who named each other together, whatever the points say", () => {
    expect(solve({ ...everyone, named: mutual }).pairs).toContainEqual({ mentee: "Amara", mentor: "Ravi", points: 10 });
    expect(solve(everyone).pairs).toContainEqual({ mentee: "Amara", mentor: "Sofia", points: 900 });
  });

  it("does not keep them together where someone would be left with nobody, and says so", () => {
    const onlyRavi = everyone.pairs.filter(({ mentee, mentor }) => mentee === "Amara" || mentor === "Ravi");
    const { exceptions, levels } = solve({ ...everyone, pairs: onlyRavi, named: mutual });
    expect(exceptions).toEqual([{ mentee: "Amara", mentor: "Ravi" }]);
    expect(levels).toMatchObject({ placed: 2, mutualKept: 0 });
  });

  it("would rather have two fair fits than one great and one poor one", () => {
    const pairs = [
      { mentee: "Amara", mentor: "Ravi", points: 1000 },
      { mentee: "Amara", mentor: "Sofia", points: 400 },
      { mentee: "Bruno", mentor: "Ravi", points: 400 },
      { mentee: "Bruno", mentor: "Sofia", points: 100 },
    ];
    expect(solve({ ...everyone, pairs }).levels.points).toBe(1100);
    expect(solve({ ...everyone, pairs, fairLine: 400 }).levels).toMatchObject({ belowLine: 0, points: 800 });
    const ownChoice = [{ by: "Bruno", who: "Sofia", rank: 1 }];
    expect(solve({ ...everyone, pairs, fairLine: 400, named: ownChoice }).levels).toMatchObject({
      belowLine: 0,
      points: 1100,
    });
  });

  it("lets those who waited last time come first among equals", () => {
    const pairs = [
      { mentee: "Amara", mentor: "Ravi", points: 5 },
      { mentee: "Bruno", mentor: "Ravi", points: 5 },
    ];
    for (const seed of ["1", "2", "3", "4", "5", "6"]) {
      expect(solve({ ...everyone, pairs, waited: ["Bruno"], seed }).waiting).toEqual(["Amara"]);
    }
  });

  it("leaves living pairs alone, and their places taken", () => {
    const { pairs, waiting } = solve({ ...everyone, existing: [{ mentee: "Bruno", mentor: "Sofia" }] });
    expect(pairs).toEqual([{ mentee: "Amara", mentor: "Ravi", points: 10 }]);
    expect(waiting).toEqual([]);
  });

  it("does what the manager pinned or forbade", () => {
    const pinned = [{ mentee: "Bruno", mentor: "Sofia" }];
    expect(solve({ ...everyone, pinned }).levels).toMatchObject({ placed: 2, points: 20 });
    expect(
      solve({ ...everyone, forbidden: pinned, pinned: [{ mentee: "Amara", mentor: "Sofia" }] }).levels.points,
    ).toBe(1800);
  });
});

describe("a problem that cannot be solved as it stands", () => {
  const problem: Problem = {
    mentees: [{ id: "Amara" }, { id: "Bruno" }],
    mentors: [{ id: "Ravi", capacity: 1 }],
    pairs: [
      { mentee: "Amara", mentor: "Ravi", points: 5 },
      { mentee: "Bruno", mentor: "Ravi", points: 5 },
    ],
  };
  const amaraRavi = { mentee: "Amara", mentor: "Ravi" };
  const brunoRavi = { mentee: "Bruno", mentor: "Ravi" };

  it.each<[string, Partial<Problem>, string]>([
    ["two pins for one place", { pinned: [amaraRavi, brunoRavi] }, "pinned[1] pinned-beyond-capacity"],
    [
      "a pin on a place that is taken",
      { pinned: [amaraRavi], existing: [brunoRavi] },
      "pinned[0] pinned-beyond-capacity",
    ],
    [
      "a pin of someone who has a mentor",
      { pinned: [amaraRavi], existing: [amaraRavi] },
      "pinned[0] pinned-mentee-taken",
    ],
    ["a pin against the rules", { pairs: [], pinned: [amaraRavi] }, "pinned[0] pinned-not-eligible"],
    ["a pin that is forbidden too", { pinned: [amaraRavi], forbidden: [amaraRavi] }, "pinned[0] pinned-and-forbidden"],
    ["a stranger", { pairs: [{ mentee: "Zoë", mentor: "Ravi", points: 1 }] }, "pairs[0] unknown-mentee"],
    ["half a point", { pairs: [{ ...amaraRavi, points: 0.5 }] }, "pairs[0] points-not-whole"],
    [
      "a pair listed twice",
      {
        pairs: [
          { ...amaraRavi, points: 1 },
          { ...amaraRavi, points: 2 },
        ],
      },
      "pairs[1] duplicate-pair",
    ],
    ["minus one place", { mentors: [{ id: "Ravi", capacity: -1 }] }, "mentors[0] capacity-not-whole"],
    [
      "someone listed twice",
      { mentees: [{ id: "Amara" }, { id: "Bruno" }, { id: "Amara" }] },
      "mentees[2] duplicate-mentee",
    ],
    [
      "no mentor wished for",
      { mentees: [{ id: "Amara", demand: 0 }, { id: "Bruno" }] },
      "mentees[0] demand-not-possible",
    ],
    ["a rank of nought", { named: [{ by: "Amara", who: "Ravi", rank: 0 }] }, "named[0] rank-not-whole"],
    ["a name nobody has", { named: [{ by: "Amara", who: "Zoë", rank: 1 }] }, "named[0] unknown-person"],
    ["half a line", { fairLine: 0.5 }, "fairLine[0] line-not-whole"],
  ])("names %s and its place", (_, change, message) => {
    const [fault] = faultsOf({ ...problem, ...change });
    expect(`${fault?.list}[${fault?.at}] ${fault?.word}`).toBe(message);
    expect(() => solve({ ...problem, ...change })).toThrow(message);
  });

  it("refuses sums that could round, rather than rounding them", () => {
    const pairs = [
      { ...amaraRavi, points: 2 ** 52 },
      { ...brunoRavi, points: 0 },
    ];
    expect(() => solve({ ...problem, pairs })).toThrow("would not stay exact");
  });
});
