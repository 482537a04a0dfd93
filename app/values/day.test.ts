import { describe, expect, it } from "vitest";
import { aDay, addDays, dayIn, daysBetween, isDay } from "./day.ts";

describe("days", () => {
  it.each([
    ["2026-10-01", true],
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2026-13-01", false],
    ["2026-1-1", false],
    ["2026-10-01T00:00", false],
    ["", false],
  ])("%s is a day: %s", (text, answer) => expect(isDay(text)).toBe(answer));
  it("step over months, years and clock changes", () => {
    expect(addDays(aDay("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(aDay("2026-03-01"), -1)).toBe("2026-02-28");
    expect(daysBetween(aDay("2026-03-28"), aDay("2026-03-30"))).toBe(2);
  });
  it("belong to a zone", () => {
    const newYear = Date.UTC(2026, 11, 31, 23, 30);
    expect(dayIn(newYear, "Europe/Prague")).toBe("2027-01-01");
    expect(dayIn(newYear, "America/Toronto")).toBe("2026-12-31");
  });
});
