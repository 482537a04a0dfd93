import { describe, expect, it } from "vitest";
import { problemOf } from "./draft.ts";
import { brokenRules } from "./eligibility.ts";
import { match } from "./match.ts";
import type { Cohort } from "./people.ts";
import { problemInRows } from "./rows.ts";
import { solve } from "./solve.ts";
import { termsOf, usualRules } from "./terms.ts";
import { madeUpCohort } from "./testing/cohorts.ts";
import { amara, cohortOf, ravi } from "./testing/people.ts";
import { randomProblem } from "./testing/problems.ts";
import { waitingCauses } from "./waiting.ts";

const bruno = amara({ id: "bruno", team: "Legal" });
const chidi = amara({ id: "chidi", team: "Data" });
const sofia = ravi({ id: "sofia", team: "Design", capacity: 1 });

describe("why someone waits", () => {
  const causeFor = (mentee: string, cohort: Cohort) => {
    const problem = problemOf(cohort);
    const matching = solve(problem);
    const cause = waitingCauses(cohort, problem, matching).get(mentee);
    expect(waitingCauses(cohort, problemInRows(cohort), matching).get(mentee)).toEqual(cause);
    return cause;
  };

  it("counts the mentors there would be without one rule", () => {
    const cohort = cohortOf({
      mentees: [amara({ languages: ["pt"] })],
      mentors: [
        ravi(),
        sofia,
        ravi({ id: "teammate", team: "Support", languages: ["pt"] }),
        ravi({ id: "no place", capacity: 0, languages: ["pt"] }),
        ravi({ id: "far off twice", team: "Support" }),
      ],
    });
    expect(causeFor("amara", cohort)).toEqual({
      kind: "nobody-eligible",
      without: [
        { rule: "no-common-language", mentors: 2 },
        { rule: "no-place-offered", mentors: 1 },
        { rule: "same-team", mentors: 1 },
      ],
    });
  });

  it("tells nothing of a no of last time, not even as a count", () => {
    const cohort = cohortOf({ notAgain: [{ mentee: "amara", mentor: "ravi" }] });
    expect(causeFor("amara", cohort)).toEqual({ kind: "nobody-eligible", without: [] });
  });

  it("names everyone who shares too few places", () => {
    const cohort = cohortOf({
      mentees: [amara(), bruno, chidi, amara({ id: "dana", languages: ["cs"] })],
      mentors: [
        ravi({ capacity: 1, languages: ["en"] }),
        sofia,
        ravi({ id: "tomas", team: "Sales", languages: ["cs"] }),
      ],
      rules: { ...usualRules, commonHours: 0 },
    });
    const english = {
      ...cohort,
      mentors: cohort.mentors.map((mentor) => (mentor.id === "sofia" ? { ...mentor, languages: ["en"] } : mentor)),
    };
    const [waiting = ""] = solve(problemOf(english)).waiting;
    expect(causeFor(waiting, english)).toMatchObject({
      kind: "places-short",
      shortage: { mentees: ["amara", "bruno", "chidi"], mentors: ["ravi", "sofia"], places: 2 },
      without: [{ rule: "no-common-language", mentors: 1 }],
    });
  });

  it("does not count the places of pinned and living pairs among those that are shared", () => {
    const cohort = cohortOf({
      mentees: [amara(), bruno, chidi, amara({ id: "dana" })],
      mentors: [ravi({ capacity: 3 })],
      pinned: [{ mentee: "bruno", mentor: "ravi" }],
      existing: [{ mentee: "dana", mentor: "ravi" }],
    });
    const [waiting = ""] = solve(problemOf(cohort)).waiting;
    expect(causeFor(waiting, cohort)).toMatchObject({
      kind: "places-short",
      shortage: { mentees: ["amara", "chidi"], places: 1 },
    });
  });

  it("claims no shortage where there is room and other people's choices decided", () => {
    const cohort = cohortOf({
      policy: "choice",
      mentees: [amara(), { ...bruno, languages: ["cs"] }],
      mentors: [ravi({ capacity: 1 }), { ...sofia, languages: ["pt"] }],
      named: [
        { by: "amara", who: "ravi", rank: 1 },
        { by: "ravi", who: "amara", rank: 1 },
      ],
    });
    expect(causeFor("bruno", cohort)).toEqual({
      kind: "others-were-chosen",
      without: [{ rule: "no-common-language", mentors: 1 }],
    });
  });

  it("counts as judging every pair by every rule counts, and finds over rows what it finds over the list", () => {
    let counted = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const made = madeUpCohort(seed, { mentees: 5 + (seed % 20), mentors: seed % 12, gaps: 0.3, naming: 0.5 });
      const cohort = { ...made, rules: { ...usualRules, commonHours: seed % 3 } };
      const terms = termsOf(cohort);
      const { matching } = match(cohort, terms);
      const causes = waitingCauses(cohort, problemInRows(cohort, terms), matching, terms);
      expect(causes, `cohort ${seed}`).toEqual(waitingCauses(cohort, problemOf(cohort, terms), matching, terms));
      for (const [id, { without }] of causes) {
        const mentee = cohort.mentees.find((person) => person.id === id);
        const alone = cohort.mentors.flatMap((mentor) => {
          const broken = mentee ? brokenRules(mentee, mentor, terms) : [];
          return broken.length === 1 ? broken : [];
        });
        for (const { rule, mentors } of without) {
          expect(
            alone.filter((broken) => broken === rule),
            `cohort ${seed}, ${id}, ${rule}`,
          ).toHaveLength(mentors);
          counted += mentors;
        }
        const untold = new Set<string>(["oneself", "not-available", "takes-part-in-decisions", "not-again"]);
        const told = new Set<string>(without.map(({ rule }) => rule));
        expect(new Set(alone.filter((rule) => !untold.has(rule)))).toEqual(told);
      }
    }
    expect(counted).toBeGreaterThan(200);
  });

  it("is told of a true shortage in every random problem: those mentees reach those places alone", () => {
    let shortages = 0;
    for (let seed = 0; seed < 500; seed += 1) {
      const problem = randomProblem(seed + 9000);
      const matching = solve(problem);
      for (const [, cause] of waitingCauses(cohortOf({ mentees: [], mentors: [] }), problem, matching)) {
        if (cause.kind === "nobody-eligible") continue;
        expect(cause.kind).toBe("places-short");
        if (cause.kind !== "places-short") continue;
        const { shortage } = cause;
        const inside = new Set(shortage.mentees);
        const forbidden = new Set(problem.forbidden?.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
        const reached = problem.pairs.filter(
          ({ mentee, mentor }) => inside.has(mentee) && !forbidden.has(`${mentee} ${mentor}`),
        );
        expect(new Set(reached.map(({ mentor }) => mentor))).toEqual(new Set(shortage.mentors));
        expect(shortage.mentees.length).toBeGreaterThan(shortage.places);
        shortages += 1;
      }
    }
    expect(shortages).toBeGreaterThan(100);
  });
});
