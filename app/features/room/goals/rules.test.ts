import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { aDay } from "../../../values/day.ts";
import { Instant } from "../../../values/instant.ts";
import { commitments, nextStepOf } from "../commitments/rules.ts";
import { anAccount, anItem, happened } from "../state/testing.ts";
import { goals, livingGoals, ownGoals, refuseGoal, sixMonthsAfter, toCelebrate } from "./rules.ts";
import { GoalChanged, goalsEvents } from "./schema.ts";
import { goalsText } from "./text.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const words = { text: "Lead the retrospective", why: "", notice: "Somebody disagrees aloud", on: aDay("2027-03-01") };
const set = happened(leila, "goals.set", words);
const one = goals.reduce(goals.initial, set);
const now = (text: string) => Instant.parse(Date.parse(text));

describe("P64: goals and their next steps", () => {
  it("live until either marks them as reached or drops them, and can be taken up again", () => {
    expect(livingGoals(one)).toMatchObject([{ id: set.id, text: words.text }]);
    const done = goals.reduce(one, happened(ingrid, "goals.done", { goal: set.id }));
    expect(livingGoals(done)).toEqual([]);
    const again = goals.reduce(done, happened(leila, "goals.reopened", { goal: set.id }));
    expect(livingGoals(again)).toMatchObject([{ done: undefined }]);
    expect(livingGoals(goals.reduce(again, happened(ingrid, "goals.dropped", { goal: set.id })))).toEqual([]);
  });
  it("change their words and keep their place", () => {
    const two = goals.reduce(one, happened(ingrid, "goals.set", { ...words, text: "Hear bad news early" }));
    const changed = goals.reduce(
      two,
      happened(ingrid, "goals.changed", { ...words, goal: set.id, text: "Lead two of them" }),
    );
    expect(livingGoals(changed).map(({ text }) => text)).toEqual(["Lead two of them", "Hear bad news early"]);
  });
  it("stay as they are where an event names none of them", () => {
    expect(goals.reduce(one, happened(leila, "goals.done", { goal: anItem() }))).toEqual(one);
  });
  it("have as their next step their open commitment with the nearest date", () => {
    const step = happened(leila, "commitments.made", { owner: leila, text: "Ask Daniel", goal: set.id });
    const near = happened(leila, "commitments.made", {
      owner: leila,
      text: "Book the room",
      goal: set.id,
      due: aDay("2026-10-12"),
    });
    const other = happened(leila, "commitments.made", { owner: leila, text: "Read", due: aDay("2026-10-01") });
    const all = [step, near, other].reduce(commitments.reduce, commitments.initial);
    expect(nextStepOf(all, set.id)?.text).toBe("Book the room");
    const done = commitments.reduce(all, happened(leila, "commitments.done", { commitment: near.id }));
    expect(nextStepOf(done, set.id)?.text).toBe("Ask Daniel");
  });
});

describe("P78: a goal that six months can hold", () => {
  it.each([
    ["2026-10-01", "2027-04-01"],
    ["2026-08-31", "2027-02-28"],
    ["2026-12-15", "2027-06-15"],
    ["2026-06-30", "2026-12-30"],
  ])("six months after %s is %s", (day, later) => {
    expect(sixMonthsAfter(aDay(day))).toBe(later);
  });

  const step = { text: "Talk to my manager", due: aDay("2026-12-01") };
  const none = { text: "", due: undefined };
  it.each([
    ["within six months", words, none, 0, undefined],
    ["a year away, with a first step", { ...words, on: aDay("2027-10-01") }, step, 0, undefined],
    ["a year away, with no step", { ...words, on: aDay("2027-10-01") }, none, 0, "needs-first-step"],
    [
      "a year away, with a step without a day",
      { ...words, on: aDay("2027-10-01") },
      { ...step, due: undefined },
      0,
      "needs-first-step",
    ],
    [
      "whose first step is a year away",
      { ...words, on: aDay("2027-10-01") },
      { ...step, due: aDay("2027-09-30") },
      0,
      "step-too-late",
    ],
    ["without words", { ...words, text: " " }, none, 0, "nothing-written"],
    ["in the past", { ...words, on: aDay("2026-09-30") }, none, 0, "date-gone-by"],
    ["with a step in the past", words, { ...step, due: aDay("2026-09-30") }, 0, "date-gone-by"],
    ["beside two others", words, none, 2, undefined],
    ["beside three others", words, none, 3, "three-are-enough"],
  ])("a goal %s", (_, goal, first, others, answer) => {
    const living = Array.from({ length: others }, () => one.all).flat();
    expect(refuseGoal(goal, first, living, aDay("2026-10-01"))).toBe(answer);
  });
});

describe("P47: a goal that was reached", () => {
  const done = goals.reduce(one, happened(leila, "goals.done", { goal: set.id }, "2026-11-01T09:00:00Z"));
  const day = now("2026-11-02T09:00:00Z");

  it("prompts the other person, and never whoever marked it", () => {
    expect(toCelebrate(done, ownGoals.initial, ingrid, day)).toMatchObject([{ id: set.id }]);
    expect(toCelebrate(done, ownGoals.initial, leila, day)).toEqual([]);
  });
  it("prompts no more once they said something, passed on it, or a month went by", () => {
    const said = goals.reduce(done, happened(ingrid, "goals.celebrated", { goal: set.id, text: "I saw how you…" }));
    expect(toCelebrate(said, ownGoals.initial, ingrid, day)).toEqual([]);
    const passed = ownGoals.reduce(ownGoals.initial, happened(ingrid, "goals.passed", { goal: set.id }));
    expect(toCelebrate(done, passed, ingrid, day)).toEqual([]);
    expect(toCelebrate(done, ownGoals.initial, ingrid, now("2026-12-02T09:00:00Z"))).toEqual([]);
  });
  it("is marked once: a second mark changes neither who nor when", () => {
    const twice = goals.reduce(done, happened(ingrid, "goals.done", { goal: set.id }, "2026-11-05T09:00:00Z"));
    expect(twice.all[0]?.done).toEqual(done.all[0]?.done);
  });
  it("has three ready phrases, each to be finished or changed by a person", () => {
    expect(goalsText.celebrate.phrases("Leila")).toHaveLength(3);
  });
});

describe("P47 P64 P78 never", () => {
  it("P64 never has a place for goals outside the room: no open feature knows the word", () => {
    const programme = new URL("../../programme/", import.meta.url);
    const files = readdirSync(programme, { recursive: true, encoding: "utf8" }).filter((name) =>
      /(schema|store|routes)\.ts$/.test(name),
    );
    expect(files.length).toBeGreaterThan(20);
    const naming = files.filter((name) => /\bgoals?\./.test(readFileSync(new URL(name, programme), "utf8")));
    expect(naming).toEqual([]);
  });
  it("P78 never asks for a score, a share or a reason", () => {
    const base = { goal: anItem(), ...words };
    for (const { payload } of goalsEvents)
      for (const field of ["progress", "percent", "score", "reason"])
        expect(z.safeParse(payload, { ...base, [field]: 1 }).success).toBe(false);
    expect(z.safeParse(GoalChanged.payload, base).success).toBe(true);
  });
  it("P47 never praises by machine: its own words name what happened and nothing more", () => {
    expect(goalsText.celebrate.title("Lead it")).toBe("Reached: Lead it");
    expect(goalsText.celebrate.lead("Leila")).toBe("Leila marked it as reached. A nice moment to say something.");
    expect(JSON.stringify(goalsText)).not.toMatch(/congrat|well done|great job|overdue|percent|%/i);
  });
});
