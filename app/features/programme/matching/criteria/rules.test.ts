import { usualRules, usualTable } from "@oakroom/matching";
import { describe, expect, it } from "vitest";
import { changedCriteria, type Criteria, lineOf, refuseCriteria, rulesOf, tableOf, usualCriteria } from "./rules.ts";
import { orderLines, ruleLines, tableLines } from "./text.ts";

const weigh = (weights: Partial<Criteria["weights"]>): Criteria => ({
  ...usualCriteria,
  weights: { ...usualCriteria.weights, ...weights },
});

describe("a programme's criteria", () => {
  it("begin as the engine's own", () => {
    expect([rulesOf(usualCriteria), tableOf(usualCriteria)]).toEqual([usualRules, usualTable]);
  });

  it("weigh each thing for itself, in whole points", () => {
    const table = tableOf(
      weigh({ topics: "twice", "common-hours": "half", languages: "none", "level-distance": "more" }),
    );
    expect(table).toEqual({
      ...usualTable,
      topics: [0, 600, 900, 1100],
      commonHours: [0, 20, 40, 60, 75],
      languages: [0, 0, 0],
      levelDistance: [60, 150, 150, 90],
    });
  });

  it("P92 never let somebody meet who they report to", () => {
    const none = { ...usualCriteria, differentTeam: false, commonLanguage: false };
    expect(rulesOf(none).noReportingLine).toBe(true);
    expect(ruleLines(none)).toHaveLength(4);
  });

  it("P106 are said as they are: what does not count, and what is a rule", () => {
    const criteria = { ...weigh({ "same-site": "none", topics: "half" }), commonHours: 1 };
    expect(tableLines(criteria).map(({ points }) => points)).toEqual([
      "150 for 1, 225 for 2, 275 for 3 or more",
      "40 for 1, 80 for 2, 120 for 3, 150 for 4 or more",
      "50 for 1, 100 for 2 or more",
      "40 for 0, 100 for 1, 100 for 2, 60 for 3 or more",
      "does not count here",
    ]);
    expect(ruleLines(criteria)).toContain("They have at least 1 hour a week in common.");
  });

  it("count a fair line among the points, and say it to everyone where there is one", () => {
    const lined = { ...usualCriteria, fairLine: 300 };
    expect([lineOf(usualCriteria), lineOf(lined)]).toEqual([undefined, 300]);
    expect(changedCriteria(usualCriteria, lined)).toEqual(["matching-points"]);
    expect([orderLines(usualCriteria).length, orderLines(lined).length]).toEqual([4, 5]);
    expect(orderLines(lined)[2]).toContain("less than 300 points");
  });

  it("always count what people would like help with", () => {
    expect(refuseCriteria(weigh({ topics: "none" }))).toBe("topics-count");
    expect(refuseCriteria(weigh({ topics: "half", languages: "none" }))).toBeUndefined();
  });

  it("tell what differs", () => {
    expect(changedCriteria(usualCriteria, weigh({}))).toEqual([]);
    expect(changedCriteria(usualCriteria, weigh({ languages: "more" }))).toEqual(["matching-points"]);
    expect(changedCriteria({ ...usualCriteria, commonHours: 3 }, weigh({ languages: "more" }))).toEqual([
      "matching-rules",
      "matching-points",
    ]);
  });
});
