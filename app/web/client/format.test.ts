import { describe, expect, it } from "vitest";
import { formatClock } from "./clock.ts";
import {
  dayOf,
  dayParts,
  formatCount,
  formatDay,
  formatList,
  formatNearDay,
  formatTime,
  pickLocale,
} from "./format.ts";

describe("the language of dates", () => {
  it.each([
    [["cs-CZ", "en-IE", "en"], "en-IE"],
    [["en-US"], "en-US"],
    [["cs-CZ"], "en-GB"],
    [[], "en-GB"],
  ])("of a reader with %j is %s", (preferred, locale) => {
    expect(pickLocale(preferred, "en", "en-GB")).toBe(locale);
  });
});

describe("days", () => {
  it("have their weekday, whatever the zone of the machine", () => {
    expect(formatDay("2026-03-17")).toContain("Tuesday");
    expect(dayParts("2026-03-17")).toEqual({ month: "March", day: "17", weekday: "Tuesday" });
  });

  it.each([
    ["2026-10-25", "today"],
    ["2026-10-26", "tomorrow"],
    ["2026-10-24", "yesterday"],
    ["2026-10-28", "in 3 days"],
  ])("near today: %s is %s, also where clocks change", (day, words) => {
    expect(formatNearDay(day, "2026-10-25")).toBe(words);
  });

  it("further away are named, with the year when it is another", () => {
    expect(formatNearDay("2026-11-25", "2026-10-25")).toContain("November");
    expect(formatNearDay("2027-01-02", "2026-12-20")).toContain("2027");
  });

  it("of an instant depend on the zone", () => {
    const at = Date.parse("2026-03-17T23:30:00Z");
    expect(dayOf(at, "Europe/Berlin")).toBe("2026-03-18");
    expect(dayOf(at, "America/New_York")).toBe("2026-03-17");
    expect(formatTime(at, "Europe/Berlin")).toMatch(/00:30|12:30/);
  });

  it("of a time of day are the same in every zone", () => {
    expect(formatClock(20 * 60 + 5)).toMatch(/^(20:05|8:05\s[Pp]\.?[Mm]\.?)$/);
  });
});

describe("numbers and lists", () => {
  it("take the right form of the word", () => {
    const words = { one: "# person", other: "# people" };
    expect(formatCount(1, words)).toBe("1 person");
    expect(formatCount(0, words)).toBe("0 people");
    expect(formatCount(12_340, words)).toBe("12,340 people");
  });

  it("join as people do", () => {
    expect(formatList(["Leila", "Ingrid"])).toBe("Leila and Ingrid");
    expect(formatList(["phone", "video"], "or")).toBe("phone or video");
  });
});
