import { describe, expect, it } from "vitest";
import { Instant } from "../../../../values/instant.ts";
import { wallTime } from "../../../../values/zoned.ts";
import { commonSlots, nextDates } from "./rules.ts";

const at = (text: string) => Instant.parse(Date.parse(text));
const leila = { availability: "Mon-Fri 09:00-12:00", timeZone: "Europe/Berlin" };
const ingrid = { availability: "Tue,Thu 11:00-13:00", timeZone: "Europe/Helsinki" };

describe("slots inside the hours both gave", () => {
  it("lie on three different days, within both people's hours", () => {
    const slots = commonSlots(leila, ingrid, 60, at("2026-10-02T10:00:00Z"));
    expect(slots.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
      "2026-10-06T08:00:00.000Z",
      "2026-10-08T08:00:00.000Z",
      "2026-10-13T08:00:00.000Z",
    ]);
    expect(slots.every(({ timeZone }) => timeZone === "Europe/Berlin")).toBe(true);
  });
  it("are none where hours never meet, or cannot be read", () => {
    expect(
      commonSlots(leila, { availability: "Sat 09:00-12:00", timeZone: "Asia/Tokyo" }, 60, at("2026-10-02T10:00:00Z")),
    ).toEqual([]);
    expect(
      commonSlots(leila, { availability: "whenever", timeZone: "Asia/Tokyo" }, 60, at("2026-10-02T10:00:00Z")),
    ).toEqual([]);
  });
  it("are none where the common time is shorter than the meeting", () => {
    expect(
      commonSlots(
        leila,
        { availability: "Mon-Fri 11:30-12:00", timeZone: "Europe/Berlin" },
        60,
        at("2026-10-02T10:00:00Z"),
      ),
    ).toEqual([]);
  });
});

describe("P32: a slot that comes round", () => {
  const fixed = { weekday: 1, minutes: 14 * 60, timeZone: "Europe/Prague", everyDays: 14, lengthMinutes: 60 };
  it("keeps its hour on the clock through the change to winter time", () => {
    const dates = nextDates(fixed, at("2026-10-13T00:00:00Z"), undefined);
    expect(dates.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
      "2026-10-13T12:00:00.000Z",
      "2026-10-27T13:00:00.000Z",
      "2026-11-10T13:00:00.000Z",
    ]);
    expect(dates.map(({ startsAt }) => wallTime(startsAt, "Europe/Prague").minutes)).toEqual([840, 840, 840]);
  });
  it("goes on from the last date", () => {
    expect(
      nextDates(fixed, at("2026-10-14T00:00:00Z"), at("2026-10-13T12:00:00Z"), 1).map(({ startsAt }) =>
        new Date(startsAt).toISOString(),
      ),
    ).toEqual(["2026-10-27T13:00:00.000Z"]);
  });
});
