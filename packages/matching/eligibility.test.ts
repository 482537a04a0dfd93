import { describe, expect, it } from "vitest";
import { brokenRules, refusePair } from "./eligibility.ts";
import type { Cohort, Mentee, Mentor } from "./people.ts";
import { reportingLines } from "./reporting.ts";
import { termsOf, usualRules } from "./terms.ts";
import { amara, cohortOf, ravi } from "./testing/people.ts";

const broken = (mentee: Partial<Mentee>, mentor: Partial<Mentor>, cohort: Partial<Cohort> = {}) =>
  brokenRules(amara(mentee), ravi(mentor), termsOf(cohortOf(cohort)));

describe("who may be matched", () => {
  it.each<[string, Partial<Mentee>, Partial<Mentor>, Partial<Cohort>, ReadonlyArray<string>]>([
    ["two strangers who share a language", {}, {}, {}, []],
    ["a person and themselves", { id: "ravi" }, {}, {}, ["oneself"]],
    ["someone who is paused", { available: false }, {}, {}, ["not-available"]],
    ["a mentor who offers no place", {}, { capacity: 0 }, {}, ["no-place-offered"]],
    ["her own manager", {}, {}, { reporting: [{ person: "amara", manager: "ravi" }] }, ["reporting-line"]],
    ["her own report", {}, {}, { reporting: [{ person: "ravi", manager: "amara" }] }, ["reporting-line"]],
    [
      "somebody who takes part in decisions about her",
      {},
      {},
      { deciding: [{ mentee: "amara", mentor: "ravi" }] },
      ["takes-part-in-decisions"],
    ],
    [
      "somebody about whom she decides",
      {},
      {},
      { deciding: [{ mentee: "ravi", mentor: "amara" }] },
      ["takes-part-in-decisions"],
    ],
    ["nobody who speaks her language", { languages: ["pt"] }, { languages: ["cs"] }, {}, ["no-common-language"]],
    ["a language written in capitals", { languages: ["en"] }, { languages: [" EN "] }, {}, []],
    ["someone whose languages are not known", { languages: [] }, {}, {}, []],
    ["a teammate", { team: "Platform" }, { team: "platform " }, {}, ["same-team"]],
    ["two people whose teams are not known", { team: undefined }, { team: undefined }, {}, []],
    [
      "a teammate, where the programme allows it",
      { team: "Platform" },
      {},
      { rules: { ...usualRules, differentTeam: false } },
      [],
    ],
    ["too few hours together", {}, {}, { rules: { ...usualRules, commonHours: 5 } }, ["too-few-common-hours"]],
    ["just enough hours together", {}, {}, { rules: { ...usualRules, commonHours: 4 } }, []],
    ["hours that are not known", { availability: "whenever" }, {}, { rules: { ...usualRules, commonHours: 5 } }, []],
    ["a no of last time", {}, {}, { notAgain: [{ mentee: "amara", mentor: "ravi" }] }, ["not-again"]],
    [
      "a no of last time, in the other roles",
      {},
      {},
      { notAgain: [{ mentee: "ravi", mentor: "amara" }] },
      ["not-again"],
    ],
    ["a pair the manager forbade", {}, {}, { forbidden: [{ mentee: "amara", mentor: "ravi" }] }, ["forbidden"]],
  ])("%s", (_, mentee, mentor, cohort, rules) => {
    expect(broken(mentee, mentor, cohort)).toEqual(rules);
  });

  it("tells a manager nothing of a no: it reads as not available", () => {
    const terms = termsOf(cohortOf({ notAgain: [{ mentee: "amara", mentor: "ravi" }] }));
    expect(refusePair(amara(), ravi(), terms)).toBe("not-available");
    expect(refusePair(amara(), ravi(), termsOf(cohortOf()))).toBeUndefined();
  });
});

describe("reporting lines", () => {
  const chain = Array.from({ length: 40 }, (_, at) => ({ person: `level ${at}`, manager: `level ${at + 1}` }));

  it("are seen at any depth, from either end, also through people outside the programme", () => {
    const lines = reportingLines(chain);
    expect(lines.isInLine("level 0", "level 40")).toBe(true);
    expect(lines.isInLine("level 40", "level 0")).toBe(true);
  });

  it("do not join two people under the same boss", () => {
    const lines = reportingLines([
      ...chain,
      { person: "amara", manager: "level 3" },
      { person: "ravi", manager: "level 3" },
    ]);
    expect(lines.isInLine("amara", "ravi")).toBe(false);
    expect(lines.isInLine("amara", "level 40")).toBe(true);
  });

  it("follow every manager of someone who has two", () => {
    const lines = reportingLines([
      { person: "amara", manager: "sofia" },
      { person: "amara", manager: "tomas" },
      { person: "tomas", manager: "ravi" },
    ]);
    expect(lines.isInLine("amara", "ravi")).toBe(true);
  });

  it("survive loops and people who are their own manager", () => {
    const lines = reportingLines([
      { person: "amara", manager: "bruno" },
      { person: "bruno", manager: "chidi" },
      { person: "chidi", manager: "amara" },
      { person: "ravi", manager: "ravi" },
    ]);
    expect(lines.isInLine("amara", "chidi")).toBe(true);
    expect(lines.isInLine("amara", "ravi")).toBe(false);
    expect(lines.isInLine("ravi", "ravi")).toBe(false);
  });
});
