import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Matching, Problem } from "./problem.ts";
import { solve } from "./solve.ts";
import { randomProblem } from "./testing/problems.ts";
import { verify } from "./verify.ts";
import { sealOf } from "./verify-reading.ts";

const problem: Problem = {
  mentees: ["Amara", "Bruno", "Chidi", "Dana"].map((id) => ({ id })),
  mentors: [
    { id: "Ravi", capacity: 1 },
    { id: "Sofia", capacity: 1 },
    { id: "Tomás", capacity: 2 },
  ],
  pairs: [
    { mentee: "Amara", mentor: "Ravi", points: 900 },
    { mentee: "Amara", mentor: "Sofia", points: 700 },
    { mentee: "Amara", mentor: "Tomás", points: 100 },
    { mentee: "Bruno", mentor: "Ravi", points: 850 },
    { mentee: "Bruno", mentor: "Tomás", points: 300 },
    { mentee: "Chidi", mentor: "Ravi", points: 800 },
    { mentee: "Chidi", mentor: "Sofia", points: 650 },
  ],
};
const honest = solve(problem);

/** The same answer with some of it changed and its mark put right again, as someone would who knows how. */
function forged(change: (matching: Matching) => Matching): Matching {
  const changed = change(honest);
  return { ...changed, certificate: { ...changed.certificate, answer: sealOf(changed) } };
}

const withPrice = (matching: Matching, mentor: string, points: number, levels = 0): Matching => ({
  ...matching,
  certificate: {
    ...matching.certificate,
    prices: matching.certificate.prices.map((one) =>
      one.mentor === mentor ? { mentor, levels: one.levels + levels, points: one.points + points } : one,
    ),
  },
});

describe("the checker", () => {
  it("shares no code with the solver", () => {
    for (const [file, allowed] of [
      ["verify.ts", ["./people.ts", "./problem.ts", "./verify-reading.ts"]],
      ["verify-reading.ts", ["./people.ts", "./problem.ts"]],
    ] as const) {
      const text = readFileSync(fileURLToPath(new URL(file, import.meta.url)), "utf8");
      const imports = [...text.matchAll(/from "([^"]+)"/gu)].map(([, name]) => name);
      expect(imports).toEqual(allowed);
      expect(text).toMatch(
        /^import type \{[^}]+\} from "\.\/people\.ts";\nimport type \{[^}]+\} from "\.\/problem\.ts";/u,
      );
    }
  });

  it("counts every eligible pair it looked at", () => {
    expect(verify(problem, honest)).toEqual({ proved: true, pairsChecked: 7 });
  });

  it("knows an answer that belongs to another problem", () => {
    const other = { ...problem, seed: "another" };
    expect(verify(other, honest)).toEqual({ proved: false, fault: { word: "another-problem" } });
  });
});

describe("an answer that was changed by someone who puts its mark right", () => {
  it.each<[string, (matching: Matching) => Matching, string]>([
    [
      "another mentor",
      (m) => ({ ...m, pairs: m.pairs.map((p) => (p.mentee === "Amara" ? { ...p, mentor: "Tomás", points: 100 } : p)) }),
      "levels-wrong",
    ],
    ["two people swapped, levels and all", swapped, "a-better-one-exists"],
    [
      "a pair nobody allowed",
      (m) => ({ ...m, pairs: [...m.pairs, { mentee: "Dana", mentor: "Tomás", points: 5 }] }),
      "not-eligible",
    ],
    ["better points", (m) => ({ ...m, pairs: m.pairs.map((p) => ({ ...p, points: p.points + 1 })) }), "wrong-points"],
    ["a pair taken out", (m) => ({ ...m, pairs: m.pairs.slice(1) }), "waiting-list-wrong"],
    ["someone hidden from the waiting list", (m) => ({ ...m, waiting: [] }), "waiting-list-wrong"],
    ["a rosier level", (m) => ({ ...m, levels: { ...m.levels, points: m.levels.points + 1 } }), "levels-wrong"],
    ["a made-up exception", (m) => ({ ...m, exceptions: [{ mentee: "Amara", mentor: "Ravi" }] }), "exceptions-wrong"],
    ["a price too high", (m) => withPrice(m, "Ravi", 1), "a-better-one-exists"],
    ["a price on a free place", (m) => withPrice(m, "Tomás", 1), "price-with-a-free-place"],
    ["a price too low", (m) => withPrice(m, "Ravi", -1), "a-better-one-exists"],
    [
      "weights that let one who waited beat a point",
      (m) => ({ ...m, certificate: { ...m.certificate, weights: { ...m.certificate.weights, points: 0 } } }),
      "weights-too-small",
    ],
  ])("finds %s", (_, change, word) => {
    expect(verify(problem, forged(change))).toMatchObject({ proved: false, fault: { word } });
  });

  it("finds weights that let two further mentors outweigh a first one", () => {
    const greedy = { ...problem, mentees: [{ id: "Amara", demand: 3 }, ...problem.mentees.slice(1)] };
    const answer = solve(greedy);
    const weights = { ...answer.certificate.weights, further: answer.certificate.weights.placed };
    const changed = { ...answer, certificate: { ...answer.certificate, weights } };
    const resealed = { ...changed, certificate: { ...changed.certificate, answer: sealOf(changed) } };
    expect(verify(greedy, answer)).toMatchObject({ proved: true });
    expect(verify(greedy, resealed)).toMatchObject({ proved: false, fault: { word: "weights-too-small" } });
  });

  it("finds a mark that was left as it was", () => {
    expect(verify(problem, { ...honest, certificate: { ...honest.certificate, answer: "0" } })).toMatchObject({
      proved: false,
    });
  });
});

function swapped(matching: Matching): Matching {
  const pairs = matching.pairs.map((pair) => {
    if (pair.mentee === "Amara")
      return { ...pair, mentor: pair.mentor === "Ravi" ? "Sofia" : "Ravi", points: pair.mentor === "Ravi" ? 700 : 900 };
    if (pair.mentee === "Chidi")
      return { ...pair, mentor: pair.mentor === "Ravi" ? "Sofia" : "Ravi", points: pair.mentor === "Ravi" ? 650 : 800 };
    return pair;
  });
  const points = pairs.reduce((sum, pair) => sum + pair.points, 0);
  return { ...matching, pairs, levels: { ...matching.levels, points } };
}

describe("mutations of the answers of 300 random problems", () => {
  const cases = Array.from({ length: 300 }, (_, seed) => {
    const random = randomProblem(seed + 5000);
    return { random, matching: solve(random) };
  });

  it("finds every change of a single price, even with the mark put right: the lowest prices are unique", () => {
    let tried = 0;
    for (const { random, matching } of cases) {
      for (const { mentor, levels, points } of matching.certificate.prices) {
        const steps = [
          [1, 0],
          [-1, 0],
          [17, 0],
          [0, 1],
          [0, -1],
          [points, levels],
          [-points, -levels],
        ] as const;
        for (const [byPoints, byLevels] of steps.filter((step) => step.some((by) => by !== 0))) {
          const changed = withPrice(matching, mentor, byPoints, byLevels);
          const resealed = { ...changed, certificate: { ...changed.certificate, answer: sealOf(changed) } };
          expect(verify(random, resealed).proved).toBe(false);
          tried += 1;
        }
      }
    }
    expect(tried).toBeGreaterThan(1000);
  });

  it("finds every pair that was given another mentor, and every pair left out", () => {
    let tried = 0;
    for (const { random, matching } of cases) {
      for (const [at, pair] of matching.pairs.entries()) {
        const others = random.pairs.filter(({ mentee, mentor }) => mentee === pair.mentee && mentor !== pair.mentor);
        for (const other of others) {
          expect(verify(random, { ...matching, pairs: matching.pairs.with(at, other) }).proved).toBe(false);
          tried += 1;
        }
        expect(verify(random, { ...matching, pairs: matching.pairs.toSpliced(at, 1) }).proved).toBe(false);
      }
    }
    expect(tried).toBeGreaterThan(300);
  });
});
