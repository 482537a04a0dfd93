import { describe, expect, it } from "vitest";
import type { Mentee, Mentor } from "./people.ts";
import { reasons } from "./reasons.ts";
import { score } from "./score.ts";
import { termsOf, usualTable } from "./terms.ts";
import { amara, cohortOf, ravi } from "./testing/people.ts";
import { compareTopics } from "./topics.ts";

const terms = termsOf(cohortOf());
const partsOf = (mentee: Partial<Mentee>, mentor: Partial<Mentor>) =>
  Object.fromEntries(
    score(amara(mentee), ravi(mentor), terms).parts.map(({ criterion, count, points }) => [criterion, [count, points]]),
  );

describe("topics in people's own words", () => {
  const { isSame } = compareTopics();
  it.each([
    ["leading for the first time", "first-time leads", true],
    ["Career change", "changing careers", true],
    ["public speaking", "Speaking in public", true],
    ["planning a sabbatical", "plan my sabbatical", true],
    ["remote teams", "leading remote teams", true],
    ["parenting and work", "work & parenting", true],
    ["análise de dados", "Analise de Dados", true],
    ["リモートチーム", "リモートチーム", true],
    ["product strategy", "data strategy", false],
    ["giving feedback", "receiving feedback", false],
    ["moving from IC to lead", "first-time leads", false],
    ["", "", false],
    ["!!", "!!", false],
  ])("%j and %j name the same: %s", (one, other, answer) => {
    expect(isSame(one, other)).toBe(answer);
    expect(isSame(other, one)).toBe(answer);
  });
});

describe("the published points", () => {
  it("are given a criterion, and add up", () => {
    const { points, parts } = score(amara(), ravi(), terms);
    expect(parts).toEqual([
      { criterion: "topics", count: 1, points: 300 },
      { criterion: "common-hours", count: 4, points: 150 },
      { criterion: "languages", count: 1, points: 50 },
      { criterion: "level-distance", count: 1, points: 100 },
    ]);
    expect(points).toBe(600);
  });

  it("P15 treat what a mentor would rather leave to someone else as not offered, and never take anything away for it", () => {
    expect(partsOf({}, { limits: ["leading for the first time"] })["topics"]).toBeUndefined();
    const without = score(amara(), ravi({ offers: ["budgeting"] }), terms).points;
    expect(score(amara(), ravi({ limits: ["leading for the first time"] }), terms).points).toBe(without);
    expect(score(amara(), ravi({ limits: ["data literacy"] }), terms)).toEqual(score(amara(), ravi(), terms));
  });

  it("grow with topics and hours up to the last step of the table", () => {
    const offers = ["leading for the first time", "saying no", "budgeting", "hiring", "negotiating"];
    expect(partsOf({ topics: offers }, { offers })["topics"]).toEqual([5, 550]);
    expect(partsOf({ availability: "Mon-Sun 00:00-24:00" }, {})["common-hours"]).toEqual([25, 150]);
  });

  it("leave out what is not known", () => {
    const unknown = { timeZone: undefined, level: undefined, site: undefined, languages: [], topics: [] };
    expect(score(amara(unknown), ravi(), terms)).toEqual({ points: 0, parts: [] });
  });

  it("are the same whichever way the grades run", () => {
    expect(partsOf({ level: 5 }, { level: 3 })["level-distance"]).toEqual(
      partsOf({ level: 3 }, { level: 5 })["level-distance"],
    );
  });

  it("are at most 1,200 by the usual table", () => {
    const most = [usualTable.topics, usualTable.commonHours, usualTable.languages, usualTable.levelDistance].map(
      (steps) => Math.max(...steps),
    );
    const sum = [...most, usualTable.sameSite, usualTable.menteeNamed, usualTable.mentorNamed].reduce(
      (a, b) => a + b,
      0,
    );
    expect(sum).toBe(1200);
  });
});

describe("the reasons on a card", () => {
  it("say what each wrote and which rules were met", () => {
    expect(reasons(amara(), ravi(), terms)).toEqual([
      { kind: "topic", mentee: "leading for the first time", mentor: "first-time leads" },
      { kind: "common-hours", hours: 4 },
      { kind: "languages", languages: ["en"] },
      { kind: "level-distance", levels: 1 },
      { kind: "different-team" },
      { kind: "no-reporting-line" },
    ]);
  });

  it("name the site two people share", () => {
    expect(reasons(amara({ site: "praha" }), ravi(), terms)).toContainEqual({ kind: "same-site", site: "Praha" });
  });

  it("claim no rule that was not met, and nothing that is not known", () => {
    const inLine = termsOf(cohortOf({ reporting: [{ person: "amara", manager: "ravi" }] }));
    const kinds = reasons(amara({ team: undefined, level: undefined, timeZone: undefined }), ravi(), inLine).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(["topic", "languages"]);
  });

  it("say the same whoever named whom", () => {
    const wished = termsOf(cohortOf({ named: [{ by: "amara", who: "ravi", rank: 1 }] }));
    expect(reasons(amara(), ravi(), wished)).toEqual(reasons(amara(), ravi(), terms));
    expect(score(amara(), ravi(), wished)).toEqual(score(amara(), ravi(), terms));
  });
});
