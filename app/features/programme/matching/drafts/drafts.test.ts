import { setImmediate as turn } from "node:timers/promises";
import type { Cohort, Mentee, Mentor } from "@oakroom/matching";
import { describe, expect, it } from "vitest";
import { aDay } from "../../../../values/day.ts";
import { usualCriteria } from "../criteria/rules.ts";
import { ruleLines, tableLines } from "../criteria/text.ts";
import { causeText } from "../text.ts";
import { workOut } from "./jobs.ts";
import { applyChange, cohortOf, makeDraft, mondayFrom, type Standing } from "./rules.ts";

const person = (id: string) => ({ id, available: true, languages: ["en"] });
const mentee = (id: string, topics: ReadonlyArray<string> = []): Mentee => ({ ...person(id), topics });
const mentor = (id: string, capacity = 1, offers: ReadonlyArray<string> = []): Mentor => ({
  ...person(id),
  offers,
  limits: [],
  capacity,
});
const idOf = (at: number) => `00000000-0000-7000-8000-${String(at).padStart(12, "0")}`;
const nobody: Standing = { taken: [], notAgain: [], waited: [] };
const nothing = { pinned: [], forbidden: [] };
const when = { seed: "autumn", today: aDay("2026-10-01") };

describe("a draft is worked out beside the server", () => {
  const large: Cohort = {
    mentees: Array.from({ length: 300 }, (_, at) => mentee(idOf(at), [`topic ${at % 30}`])),
    mentors: Array.from({ length: 120 }, (_, at) => mentor(idOf(1000 + at), 3, [`topic ${at % 30}`])),
    reporting: [],
    referenceWeek: "2026-10-05",
    seed: "autumn",
  };

  const small = (at: number): Cohort => ({ ...large, mentees: [mentee(idOf(at))], mentors: [mentor(idOf(1000))] });

  it("while it is, the loop of events turns", async () => {
    let done = false;
    const working = workOut(large).then((worked) => {
      done = true;
      return worked;
    });
    for (let at = 0; at < 5; at += 1) await turn();
    expect(done).toBe(false);
    const content = await working;
    expect(content?.matching.levels.placed).toBe(300);
    expect(content?.pairsChecked).toBe(36_000);
  });

  it("drafts that are asked for together wait for each other, and each gets its own", async () => {
    const worked = await Promise.all([1, 2, 3].map((at) => workOut(small(at))));
    expect(worked.map((content) => content?.matching.pairs[0]?.mentee)).toEqual([1, 2, 3].map(idOf));
  });

  it("one that is stopped gives nothing, and whatever else was asked for is still worked out", async () => {
    const stop = new AbortController();
    const [stopped, other] = [workOut(large, stop.signal), workOut(small(4))];
    stop.abort();
    expect(await stopped).toBeUndefined();
    expect((await other)?.matching.pairs[0]?.mentee).toBe(idOf(4));
    expect(await workOut(large, stop.signal)).toBeUndefined();
  });

  it("a defect of one is the fault of nobody else", async () => {
    await expect(workOut({ ...large, referenceWeek: "2026-10-06" })).rejects.toThrow("Monday");
    await expect(workOut(small(5))).resolves.toMatchObject({ letGo: [] });
  });
});

describe("what a draft is made of", () => {
  it("the same people give the same draft, in whatever order they come", () => {
    const people = {
      mentees: ["a", "b", "c"].map((id) => mentee(id)),
      mentors: ["x", "y"].map((id) => mentor(id)),
      reporting: [],
    };
    const turned = { ...people, mentees: people.mentees.toReversed(), mentors: people.mentors.toReversed() };
    const pairs = (of: typeof people) => makeDraft(cohortOf(of, nobody, nothing, when)).matching.pairs;
    expect(pairs(turned)).toEqual(pairs(people));
  });

  it("somebody who now offers fewer places than they fill keeps whom they have, and gets nobody new", () => {
    const people = { mentees: [mentee("a"), mentee("b"), mentee("c")], mentors: [mentor("x", 1)], reporting: [] };
    const taken = [
      { mentee: "a", mentor: "x" },
      { mentee: "b", mentor: "x" },
    ];
    const { matching } = makeDraft(cohortOf(people, { ...nobody, taken }, nothing, when));
    expect([matching.pairs, matching.waiting]).toEqual([[], ["c"]]);
  });

  it.each([
    ["2026-10-05", "2026-10-05"],
    ["2026-10-06", "2026-10-12"],
    ["2026-10-10", "2026-10-12"],
    ["2026-10-11", "2026-10-12"],
  ])("hours are compared in the week from Monday: %s", (today, monday) => {
    expect(mondayFrom(aDay(today))).toBe(monday);
  });
});

describe("changes by hand", () => {
  const [leila, kwame] = [
    { mentee: "leila", mentor: "ingrid" },
    { mentee: "kwame", mentor: "petra" },
  ];

  it("pinning somebody takes the place of their older pin, and lifts what kept the two apart", () => {
    const before = { pinned: [leila, kwame], forbidden: [{ mentee: "leila", mentor: "petra" }] };
    expect(applyChange(before, { act: "pin", mentee: "leila", mentor: "petra" })).toEqual({
      pinned: [kwame, { mentee: "leila", mentor: "petra" }],
      forbidden: [],
    });
  });

  it("keeping two apart unpins them, and saying it twice says it once", () => {
    const once = applyChange({ pinned: [leila], forbidden: [] }, { act: "keep-apart", ...leila });
    expect(once).toEqual({ pinned: [], forbidden: [leila] });
    expect(applyChange(once, { act: "keep-apart", ...leila })).toEqual(once);
    expect(applyChange(once, { act: "allow", ...leila })).toEqual(nothing);
    expect(applyChange({ pinned: [leila], forbidden: [] }, { act: "unpin", ...leila })).toEqual(nothing);
  });
});

describe("a fair line", () => {
  it("takes a little of the closest fit, so that nobody has a loose one", () => {
    const [leila, ingrid] = [
      mentee("leila", ["teams", "money", "pace"]),
      mentor("ingrid", 1, ["teams", "money", "pace", "code"]),
    ];
    const close = { languages: ["en", "fr"], site: "Leeds" };
    const people = {
      mentees: [{ ...leila, ...close }, mentee("kwame", ["code"])],
      mentors: [{ ...ingrid, ...close }, mentor("petra", 1, ["teams"])],
      reporting: [],
    };
    const mentorOf = (fairLine: number) => {
      const { matching } = makeDraft(
        cohortOf(people, nobody, nothing, { ...when, criteria: { ...usualCriteria, fairLine } }),
      );
      return matching.pairs.map(({ mentee: looking, mentor: offering }) => `${looking} ${offering}`).toSorted();
    };
    expect(mentorOf(0)).toEqual(["kwame petra", "leila ingrid"]);
    expect(mentorOf(300)).toEqual(["kwame ingrid", "leila petra"]);
  });
});

describe("P106: the rules and points are open", () => {
  it("P106 never a hidden criterion: every rule and every criterion in force is said", () => {
    expect(ruleLines(usualCriteria)).toHaveLength(6);
    expect(tableLines(usualCriteria).map(({ title, points }) => `${title}: ${points}`)).toContain(
      "Topics of the mentee that the mentor offers: 300 for 1, 450 for 2, 550 for 3 or more",
    );
    expect(tableLines(usualCriteria)).toHaveLength(5);
  });

  it("why somebody waits is said in sentences", () => {
    const without = [{ rule: "no-common-language" as const, mentors: 3 }];
    expect(causeText({ kind: "nobody-eligible", without }, [], String)).toBe(
      "The rules leave no mentor. Without the rule about languages, there would be 3 more mentors.",
    );
    const cause = { kind: "places-short" as const, shortage: 0, without: [] };
    const shortage = { people: 7, places: 5, mentors: 5, firstMentors: ["Ana", "Rui", "Eva"] };
    expect(causeText(cause, [shortage], (name) => name)).toBe(
      "Seven people share 5 places, with Ana, Rui and 3 others.",
    );
  });
});
