import type { Problem } from "@oakroom/matching";
import { verify } from "@oakroom/matching";
import { expect, it } from "vitest";
import { solveOneWay } from "./rules.ts";

const both = ["ana", "bo", "cleo"];
const problem = (points: ReadonlyArray<readonly [string, string, number]>, change: Partial<Problem> = {}): Problem => ({
  mentees: both.map((id) => ({ id })),
  mentors: both.map((id) => ({ id, capacity: 1 })),
  pairs: points.map(([mentee, mentor, score]) => ({ mentee, mentor, points: score })),
  seed: "autumn",
  ...change,
});
const told = (given: Problem) => {
  const { problem: allowed, matching } = solveOneWay(given);
  expect(verify(allowed, matching).proved).toBe(true);
  return matching.pairs.map(({ mentee, mentor }) => `${mentee} → ${mentor}`).toSorted();
};

it("nobody is the mentor of their own mentor: the way with fewer points is given up, and the rest solved anew", () => {
  const given = problem([
    ["ana", "bo", 900],
    ["bo", "ana", 500],
    ["bo", "cleo", 100],
  ]);
  expect(told(given)).toEqual(["ana → bo", "bo → cleo"]);
});

it("what a manager pinned stays", () => {
  const given = problem(
    [
      ["ana", "bo", 900],
      ["bo", "ana", 500],
    ],
    { pinned: [{ mentee: "bo", mentor: "ana" }] },
  );
  expect(told(given)).toEqual(["bo → ana"]);
});

it("equal ways are settled by who they are, whatever the order of the lists", () => {
  const pairs = [
    ["ana", "bo", 500],
    ["bo", "ana", 500],
  ] as const;
  expect(told(problem(pairs))).toEqual(told(problem(pairs.toReversed())));
  expect(told(problem(pairs))).toHaveLength(1);
});

it("a round of three is no turning round", () => {
  const given = problem([
    ["ana", "bo", 500],
    ["bo", "cleo", 500],
    ["cleo", "ana", 500],
  ]);
  expect(told(given)).toHaveLength(3);
});
