import { describe, expect, it } from "vitest";
import { hour, Instant, later, minute } from "../../../values/instant.ts";
import { firstDateNudges, remindersFor } from "./rules.ts";

const start = Instant.parse(Date.parse("2026-10-13T12:00:00Z"));

describe("P24: reminders", () => {
  it.each([
    ["two weeks ahead", 14 * 24 * hour, ["day-before", "soon"]],
    ["an hour ahead", hour, ["soon"]],
    ["five minutes ahead", 5 * minute, []],
    ["exactly a day ahead", 24 * hour, ["soon"]],
  ])("for a date set %s", (_, aheadMs, kinds) => {
    expect(remindersFor(start, later(start, -aheadMs)).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("P56: a first date within two weeks", () => {
  it("is asked for after three and after ten days", () => {
    expect(firstDateNudges(start).map((due) => (due - start) / (24 * hour))).toEqual([3, 10]);
  });
});
