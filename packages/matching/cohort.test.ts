import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readTable, type Row } from "@oakroom/table";
import { describe, expect, it } from "vitest";
import { problemOf } from "./draft.ts";
import { brokenRules } from "./eligibility.ts";
import type { Cohort, Mentee, Mentor } from "./people.ts";
import { reasons } from "./reasons.ts";
import { solve } from "./solve.ts";
import { termsOf } from "./terms.ts";
import { verify } from "./verify.ts";
import { waitingCauses } from "./waiting.ts";

const file = fileURLToPath(new URL("../../../shared/people/cohort-300.csv", import.meta.url));
const isThere = existsSync(file);
if (!isThere) console.log("Skipped: the cohort of 300 and 120 is not beside this checkout.");

function personOf({ cells }: Row): Mentee & Mentor {
  const cell = (name: string) => cells.get(name) ?? "";
  const list = (name: string) =>
    cell(name)
      .split(";")
      .filter((text) => text !== "");
  return {
    id: cell("email"),
    available: true,
    team: cell("team"),
    site: cell("site"),
    level: Number(cell("level")),
    timeZone: cell("time_zone"),
    languages: list("languages"),
    availability: cell("availability"),
    topics: list("goals"),
    offers: list("offers"),
    limits: list("limits"),
    capacity: Number(cell("capacity")),
  };
}

function cohortOfRows(rows: ReadonlyArray<Row>): Cohort {
  const inRole = (role: string) => rows.filter(({ cells }) => cells.get("role") === role).map(personOf);
  return {
    mentees: inRole("mentee"),
    mentors: inRole("mentor"),
    reporting: rows.map(({ cells }) => ({
      person: cells.get("email") ?? "",
      manager: cells.get("manager_email") ?? "",
    })),
    referenceWeek: "2026-10-05",
    seed: "autumn",
  };
}

describe.skipIf(!isThere)("a company's cohort of 300 mentees and 120 mentors", () => {
  it("goes from file to a proven draft with reasons for every pair", () => {
    const startedAt = performance.now();
    const cohort = cohortOfRows(readTable(readFileSync(file)).rows);
    const terms = termsOf(cohort);
    const problem = problemOf(cohort, terms);
    const matching = solve(problem);
    const solvedAt = performance.now();
    const verdict = verify(problem, matching);
    const people = new Map([...cohort.mentees, ...cohort.mentors].map((person) => [person.id, person]));
    const told = matching.pairs.map((pair) => {
      const mentee = people.get(pair.mentee) as Mentee;
      const mentor = people.get(pair.mentor) as Mentor;
      expect(brokenRules(mentee, mentor, terms)).toEqual([]);
      return reasons(mentee, mentor, terms).map(({ kind }) => kind);
    });
    const causes = waitingCauses(cohort, problem, matching, terms);
    const endedAt = performance.now();
    console.log(
      `300 x 120: from file to draft in ${Math.round(solvedAt - startedAt)} ms, ` +
        `with proof, reasons and causes in ${Math.round(endedAt - startedAt)} ms`,
    );

    const places = cohort.mentors.reduce((sum, { capacity }) => sum + capacity, 0);
    expect(matching.levels.placed).toBe(places);
    expect(causes.size).toBe(300 - places);
    expect(verdict).toEqual({ proved: true, pairsChecked: problem.pairs.length });
    expect(told.every((kinds) => kinds.includes("no-reporting-line") && kinds.includes("different-team"))).toBe(true);
    expect(told.filter((kinds) => kinds.includes("topic")).length / told.length).toBeGreaterThan(0.9);
  });
});
