import { describe, expect, it } from "vitest";
import { problemOf } from "./draft.ts";
import { brokenRules } from "./eligibility.ts";
import { fastKernel } from "./kernel/fast.ts";
import { plainKernel } from "./kernel/plain.ts";
import { match } from "./match.ts";
import type { Cohort } from "./people.ts";
import { pointRowsOf } from "./point-rows.ts";
import { problemInRows } from "./rows.ts";
import { score } from "./score.ts";
import { solve } from "./solve.ts";
import { termsOf, usualRules } from "./terms.ts";
import { chance } from "./testing/chance.ts";
import { madeUpCohort, type CohortShape } from "./testing/cohorts.ts";
import { verify } from "./verify.ts";
import { sealOf, sealOfProblem } from "./verify-reading.ts";

/** Small cohorts of every kind; with so few candidates at first that prices have to find the others. */
const cohorts = Array.from({ length: 150 }, (_, seed): Cohort => {
  const shape: CohortShape = {
    mentees: seed % 25,
    mentors: (seed * 7) % 19,
    ...(seed % 3 === 0 ? { naming: 0.7 } : {}),
    ...(seed % 2 === 0 ? { gaps: 0.3 } : {}),
    ...(seed % 5 === 0 ? { fairLine: 500 } : {}),
  };
  const cohort = madeUpCohort(seed, shape);
  const living = seed % 3 === 1 ? livingIn(cohort) : cohort;
  return seed % 4 === 0 ? { ...living, rules: { ...usualRules, commonHours: 2 } } : living;
});

/** With pairs that live: one whose mentor is among the people no more, one without its mentee, and one whole. */
function livingIn(cohort: Cohort): Cohort {
  const { mentees, mentors } = cohort;
  const pairs = [0, 1, 2].flatMap((at) => {
    const [mentee, mentor] = [mentees[at], mentors[at]];
    return mentee && mentor ? [{ mentee: mentee.id, mentor: mentor.id }] : [];
  });
  const [first, second] = pairs;
  return {
    ...cohort,
    mentees: mentees.filter(({ id }) => id !== second?.mentee),
    mentors: mentors.filter(({ id }) => id !== first?.mentor),
    existing: pairs,
    // Whoever is gone stands in no wish and no decision.
    named: (cohort.named ?? []).filter(
      ({ by, who }) => ![by, who].some((id) => id === first?.mentor || id === second?.mentee),
    ),
  };
}

describe("points a row at a time", () => {
  it.each([
    ["plain", plainKernel],
    ["fast", fastKernel],
  ] as const)(
    "are those of each pair alone, and below nothing where a rule keeps the two apart: %s kernel",
    (_, kernelOf) => {
      let checked = 0;
      for (const cohort of cohorts) {
        const terms = termsOf(cohort);
        const mentees = cohort.mentees.filter(({ available }) => available);
        const kernel = kernelOf(cohort.mentors.length);
        const rows = pointRowsOf({ mentees, mentors: cohort.mentors }, terms, kernel);
        const row = kernel.points();
        mentees.forEach((mentee, at) => {
          rows.fill(at, row);
          const alone = cohort.mentors.map((mentor) =>
            brokenRules(mentee, mentor, terms).length > 0 ? -1 : score(mentee, mentor, terms).points,
          );
          expect(Array.from(row.values, (points) => Math.max(points, -1))).toEqual(alone);
          checked += alone.filter((points) => points >= 0).length;
        });
      }
      expect(checked).toBeGreaterThan(4500);
    },
  );
});

it("the fast kernel runs here, in a memory of its own that grows", () => {
  const kernel = fastKernel(5000);
  const rows = Array.from({ length: 40 }, () => kernel.points());
  rows.forEach(({ values }, at) => values.fill(at));
  const [first] = rows;
  if (first) for (const row of rows) kernel.add(first, row);
  expect(first).toHaveProperty("at");
  expect(new Set(first?.values)).toEqual(new Set([(39 * 40) / 2]));
});

describe("a cohort matched without a list of all pairs", () => {
  it("reaches what solving the list reaches, and the checker proves it over the whole list", () => {
    let rounds = 0;
    for (const [seed, cohort] of cohorts.entries()) {
      const problem = problemOf(cohort);
      const matched = match(cohort, termsOf(cohort), { candidates: 1 + (seed % 4) });
      expect(matched.matching.levels, `cohort ${seed}`).toEqual(solve(problem).levels);
      const certificate = { ...matched.matching.certificate, input: sealOfProblem(problem) };
      const verdict = verify(problem, { ...matched.matching, certificate });
      expect(verdict, `cohort ${seed}`).toEqual({ proved: true, pairsChecked: matched.pairsChecked });
      rounds = Math.max(rounds, matched.rounds);
    }
    expect(rounds).toBeGreaterThan(2);
  });

  it("is proved over rows that are worked out as they are asked for, as over the list", () => {
    for (const [seed, cohort] of cohorts.entries()) {
      const { matching, pairsChecked } = match(cohort);
      const problem = problemInRows(cohort);
      expect(verify(problem, matching), `cohort ${seed}`).toEqual({ proved: true, pairsChecked });
      const listed = new Map(problemOf(cohort).pairs.map((pair) => [`${pair.mentee} ${pair.mentor}`, pair.points]));
      for (const { mentee, mentor } of cohort.forbidden ?? []) listed.delete(`${mentee} ${mentor}`);
      const rows = new Map<string, number>();
      for (const { id: mentee } of cohort.mentees)
        problem.rows.each(mentee, (mentor, points) => rows.set(`${mentee} ${mentor}`, points));
      expect(rows, `cohort ${seed}`).toEqual(listed);
    }
  });

  it("is proved for these people alone: another answer, price, column, rule or wish is found", () => {
    const cohort = madeUpCohort(7, { mentees: 20, mentors: 9, naming: 0.7 });
    const { matching } = match(cohort);
    const [first] = cohort.mentees;
    const word = (change: Partial<Cohort>) => verify(problemInRows({ ...cohort, ...change }), matching);
    const another = { proved: false, fault: { word: "another-problem" } };
    for (const change of [{ topics: [] }, { team: "another" }, { level: 99 }, { availability: "Mon 9:00-10:00" }]) {
      const changed = { ...first, ...change } as (typeof cohort.mentees)[number];
      expect(word({ mentees: [changed, ...cohort.mentees.slice(1)] })).toEqual(another);
    }
    expect(word({ rules: { ...usualRules, differentTeam: false } })).toEqual(another);
    expect(word({ named: (cohort.named ?? []).slice(1) })).toEqual(another);
    const prices = matching.certificate.prices;
    for (const [at, price] of prices.entries()) {
      const raised = prices.with(at, { ...price, points: price.points + 1 });
      const forged = { ...matching, certificate: { ...matching.certificate, prices: raised } };
      const sealed = { ...forged, certificate: { ...forged.certificate, answer: sealOf(forged) } };
      expect(verify(problemInRows(cohort), sealed), `price of ${price.mentor}`).toMatchObject({ proved: false });
    }
  });

  it("gives the same answer for any order of the people and lists, byte for byte", () => {
    for (const [seed, cohort] of cohorts.entries()) {
      const roll = chance(seed);
      const shuffled: Cohort = {
        ...cohort,
        mentees: roll.shuffled(cohort.mentees),
        mentors: roll.shuffled(cohort.mentors),
        reporting: roll.shuffled(cohort.reporting),
        named: roll.shuffled(cohort.named ?? []),
        notAgain: roll.shuffled(cohort.notAgain ?? []),
        forbidden: roll.shuffled(cohort.forbidden ?? []),
      };
      expect(JSON.stringify(match(shuffled).matching), `cohort ${seed}`).toBe(JSON.stringify(match(cohort).matching));
    }
  });
});
