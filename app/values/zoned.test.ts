import { describe, expect, it } from "vitest";
import { aDay } from "./day.ts";
import { instantAt, nextWeekday, wallTime } from "./zoned.ts";

describe("clock times", () => {
  it("tells a skipped and a doubled hour apart", () => {
    expect(instantAt(aDay("2026-03-29"), 2 * 60 + 30, "Europe/Prague")).toEqual({
      instant: Date.UTC(2026, 2, 29, 1, 30),
      odd: "skipped",
    });
    expect(instantAt(aDay("2026-10-25"), 2 * 60 + 30, "Europe/Prague")).toEqual({
      instant: Date.UTC(2026, 9, 25, 0, 30),
      odd: "twice",
    });
    expect(wallTime(Date.UTC(2026, 2, 29, 1, 30), "Europe/Prague")).toEqual({
      day: "2026-03-29",
      minutes: 3 * 60 + 30,
      weekday: 6,
    });
  });
});

describe("weekdays", () => {
  it.each([
    ["2026-10-01", 3, "2026-10-01"],
    ["2026-10-01", 2, "2026-10-07"],
    ["2026-10-01", 6, "2026-10-04"],
  ])("from %s the next weekday %d is %s", (from, weekday, answer) =>
    expect(nextWeekday(aDay(from), weekday)).toBe(answer),
  );
});
