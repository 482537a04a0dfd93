import { describe, expect, it } from "vitest";
import { readAvailability, refuseAvailability } from "./availability.ts";
import { isTimeZone, weekOf } from "./week.ts";

describe("reading hours", () => {
  it.each<[string, ReadonlyArray<readonly [day: number, from: number, to: number]>]>([
    [
      "Mon-Thu 12:00-14:00",
      [
        [0, 720, 840],
        [1, 720, 840],
        [2, 720, 840],
        [3, 720, 840],
      ],
    ],
    [
      "Tue,Thu 14:00-18:00",
      [
        [1, 840, 1080],
        [3, 840, 1080],
      ],
    ],
    ["Fri 10:00-16:00", [[4, 600, 960]]],
    [
      "friday 9:00–12:00, 14:00—15:30",
      [
        [4, 540, 720],
        [4, 840, 930],
      ],
    ],
    [
      "Sat-Mon 00:00-24:00",
      [
        [0, 0, 1440],
        [5, 0, 1440],
        [6, 0, 1440],
      ],
    ],
    [
      "Mon 09:00-10:00; Wed 11:00-12:00",
      [
        [0, 540, 600],
        [2, 660, 720],
      ],
    ],
    ["Sun 22:00-02:00", [[6, 1320, 1560]]],
  ])("%s", (text, spans) => {
    expect(readAvailability(text)).toEqual(spans.map(([day, from, to]) => ({ day, from, to })));
    expect(refuseAvailability(text)).toBeUndefined();
  });

  it.each([
    ["", "nothing-written"],
    [" ; ", "nothing-written"],
    ["whenever", "not-understood"],
    ["12:00-14:00", "not-understood"],
    ["Mon", "not-understood"],
    ["Moonday 12:00-14:00", "day-not-known"],
    ["Mon-Thu-Fri 12:00-14:00", "day-not-known"],
    ["Mon, 12:00-14:00", "day-not-known"],
    ["Mon 25:00-26:00", "time-not-known"],
    ["Mon 12:60-13:00", "time-not-known"],
    ["Mon 12-14", "time-not-known"],
    ["Mon 24:00-02:00", "time-not-known"],
    ["Mon 12:00-12:00", "no-length"],
    [`Mon ${"9".repeat(400)}`, "not-understood"],
  ])("says why it cannot read %j", (text, word) => {
    expect(readAvailability(text)).toBe(word);
    expect(refuseAvailability(text)).toBe(word);
  });
});

describe("hours in common", () => {
  const hours = (availability: string, timeZone: string) => ({ availability, timeZone });

  it.each([
    ["in one zone", "Mon-Thu 12:00-14:00", "Europe/Lisbon", "Mon-Fri 09:00-13:00", "Europe/Lisbon", 4],
    ["an hour apart", "Mon-Thu 12:00-14:00", "Europe/Lisbon", "Mon-Thu 13:00-15:00", "Europe/Prague", 8],
    [
      "with a zone that is half an hour off",
      "Wed 08:00-17:00",
      "Asia/Kolkata",
      "Wed 03:00-09:00",
      "Europe/London",
      5.5,
    ],
    [
      "never, on two sides of the world",
      "Mon-Fri 09:00-12:00",
      "America/Toronto",
      "Mon-Fri 09:00-12:00",
      "Asia/Tokyo",
      0,
    ],
    ["across the date line", "Tue 08:00-10:00", "Asia/Tokyo", "Mon 16:00-18:00", "America/Los_Angeles", 2],
    ["across the end of the week", "Mon 06:00-08:00", "Asia/Tokyo", "Sun 17:00-19:00", "America/Toronto", 2],
    ["past midnight", "Sun 22:00-02:00", "Europe/Lisbon", "Mon 00:00-06:00", "Europe/Lisbon", 2],
    [
      "counted once where someone wrote it twice",
      "Mon 09:00-12:00; Mon 10:00-13:00",
      "Africa/Lagos",
      "Mon 00:00-24:00",
      "Africa/Lagos",
      4,
    ],
  ])("%s", (_, one, oneZone, other, otherZone, expected) => {
    const week = weekOf("2026-10-05");
    expect(week.commonMinutes(hours(one, oneZone), hours(other, otherZone))).toBe(expected * 60);
    expect(week.commonMinutes(hours(other, otherZone), hours(one, oneZone))).toBe(expected * 60);
  });

  it("follow the clocks of the week they are asked for", () => {
    const lisbon = hours("Mon-Fri 12:00-13:00", "Europe/Lisbon");
    const toronto = hours("Mon-Fri 07:00-08:00", "America/Toronto");
    expect(weekOf("2026-10-05").commonMinutes(lisbon, toronto)).toBe(300);
    expect(weekOf("2026-10-26").commonMinutes(lisbon, toronto)).toBe(0);
    expect(weekOf("2026-11-02").commonMinutes(lisbon, toronto)).toBe(300);
  });

  it("stay right on the day the clocks change", () => {
    const lisbon = hours("Sun 10:00-11:00", "Europe/Lisbon");
    const utc = hours("Sun 10:00-11:00", "UTC");
    expect(weekOf("2026-10-12").commonMinutes(lisbon, utc)).toBe(0);
    expect(weekOf("2026-10-19").commonMinutes(lisbon, utc)).toBe(60);
  });

  it("are unknown where the zone or the hours are", () => {
    const week = weekOf("2026-10-05");
    const known = hours("Mon 09:00-12:00", "Europe/Lisbon");
    expect(week.commonMinutes(known, hours("Mon 09:00-12:00", "CET+1"))).toBeUndefined();
    expect(week.commonMinutes(known, hours("now and then", "Europe/Lisbon"))).toBeUndefined();
    expect(week.commonMinutes(known, { availability: "Mon 09:00-12:00" })).toBeUndefined();
  });

  it("need a week that begins on a Monday", () => {
    expect(() => weekOf("2026-10-06")).toThrow("Monday");
    expect(() => weekOf("2026-13-45")).toThrow("Monday");
    expect(() => weekOf("soon")).toThrow("Monday");
  });

  it.each([
    ["Europe/Lisbon", true],
    ["UTC", true],
    ["CET+1", false],
    ["", false],
    ["Mars/Olympus", false],
  ])("%j is a zone: %s", (name, answer) => {
    expect(isTimeZone(name)).toBe(answer);
  });
});
