import { type Cohort, problemInRows, verify } from "@oakroom/matching";
import { expect, it } from "vitest";
import { matchOneWay } from "./rules.ts";

const topics = ["saying no", "public speaking", "career change"];
/** Everyone offers one place; `fits` tells how many topics of the first the second offers. */
const cohort = (fits: ReadonlyArray<readonly [string, string, number]>, change: Partial<Cohort> = {}): Cohort => {
  const ids = ["ana", "bo", "cleo"];
  const own = (id: string) => topics.map((topic) => `${topic} ${id}`);
  const told = new Set(fits.map(([mentee, mentor]) => `${mentee} ${mentor}`));
  const apart = ids.flatMap((mentee) =>
    ids.filter((mentor) => mentor !== mentee && !told.has(`${mentee} ${mentor}`)).map((mentor) => ({ mentee, mentor })),
  );
  const offered = (mentor: string) =>
    fits.filter(([, who]) => who === mentor).flatMap(([mentee, , count]) => own(mentee).slice(0, count));
  const person = (id: string) => ({ id, available: true, languages: [] });
  return {
    mentees: ids.map((id) => ({ ...person(id), topics: own(id) })),
    mentors: ids.map((id) => ({ ...person(id), offers: offered(id), limits: [], capacity: 1 })),
    reporting: [],
    referenceWeek: "2026-10-05",
    seed: "autumn",
    forbidden: apart,
    ...change,
  };
};
const told = (given: Cohort) => {
  const { cohort: allowed, terms, matching } = matchOneWay(given);
  expect(verify(problemInRows(allowed, terms), matching).proved).toBe(true);
  return matching.pairs.map(({ mentee, mentor }) => `${mentee} → ${mentor}`).toSorted();
};

it("nobody is the mentor of their own mentor: the way with fewer points is given up, and the rest matched anew", () => {
  const given = cohort([
    ["ana", "bo", 3],
    ["bo", "ana", 2],
    ["bo", "cleo", 1],
  ]);
  expect(told(given)).toEqual(["ana → bo", "bo → cleo"]);
});

it("what a manager pinned stays", () => {
  const given = cohort(
    [
      ["ana", "bo", 3],
      ["bo", "ana", 2],
    ],
    { pinned: [{ mentee: "bo", mentor: "ana" }] },
  );
  expect(told(given)).toEqual(["bo → ana"]);
});

it("equal ways are settled by who they are, whatever the order of the lists", () => {
  const given = cohort([
    ["ana", "bo", 2],
    ["bo", "ana", 2],
  ]);
  const turned = { ...given, mentees: given.mentees.toReversed(), mentors: given.mentors.toReversed() };
  expect(told(turned)).toEqual(told(given));
  expect(told(given)).toHaveLength(1);
});

it("a round of three is no turning round", () => {
  const given = cohort([
    ["ana", "bo", 1],
    ["bo", "cleo", 1],
    ["cleo", "ana", 1],
  ]);
  expect(told(given)).toHaveLength(3);
});
