import { expect, it } from "vitest";
import { readAsked } from "./asked.ts";
import { usualSeed } from "./fault.ts";

const all = ["kill", "storm"];

it("tries everything on both engines where nothing was said", () => {
  expect(readAsked([], all)).toEqual({
    names: all,
    runs: undefined,
    seed: usualSeed,
    engines: ["sqlite", "postgres"],
    isBreached: false,
  });
});

it("tries what was named, as often and where it was said", () => {
  const words = ["storm", "--runs", "3", "--seed", "7", "--engine", "postgres", "--breach"];
  expect(readAsked(words, all)).toEqual({
    names: ["storm"],
    runs: 3,
    seed: 7,
    engines: ["postgres"],
    isBreached: true,
  });
});

it.each([
  [["kil"], "There is no fault kil. There are: kill, storm."],
  [["--engine", "postgress"], "There is no engine postgress. There are: sqlite, postgres."],
  [["--runs", "many"], "--runs needs a whole number from 1 on."],
  [["--runs", "0"], "--runs needs a whole number from 1 on."],
  [["--seed", "1.5"], "--seed needs a whole number from 1 on."],
  [["--rounds", "3"], "Unknown option '--rounds'. There are: --runs N, --seed N, --engine sqlite|postgres, --breach."],
])("says what is wrong with %j, and tries nothing", (words, sentence) => {
  expect(readAsked(words, all)).toBe(sentence);
});
