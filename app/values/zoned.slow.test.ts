import { describe, expect, it } from "vitest";
import { aDay, addDays } from "./day.ts";
import { instantAt, wallTime } from "./zoned.ts";

/** Forty zones, those with changes at odd hours, odd lengths and odd dates among them. */
const zones = [
  "Europe/Prague",
  "Europe/London",
  "Europe/Dublin",
  "Europe/Lisbon",
  "Europe/Helsinki",
  "Europe/Athens",
  "Europe/Chisinau",
  "Europe/Istanbul",
  "Europe/Moscow",
  "Atlantic/Azores",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "America/Toronto",
  "America/Halifax",
  "America/St_Johns",
  "America/Havana",
  "America/Sao_Paulo",
  "America/Santiago",
  "America/Asuncion",
  "America/Godthab",
  "America/Scoresbysund",
  "America/Mexico_City",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Africa/Lagos",
  "Asia/Beirut",
  "Asia/Jerusalem",
  "Asia/Gaza",
  "Asia/Tehran",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "Asia/Dubai",
  "Australia/Lord_Howe",
  "Australia/Sydney",
  "Australia/Adelaide",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "Pacific/Apia",
];

/** The truth, found by looking: every minute of two days around, as clocks show it. */
function instantsShowing(day: string, minutes: number, zone: string): number[] {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const middle = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const found: number[] = [];
  for (let quarter = -15 * 4; quarter <= 15 * 4; quarter += 1) {
    const instant = middle + quarter * 15 * 60_000;
    if (clock.format(instant) === `${day} ${time}`) found.push(instant);
  }
  return found;
}

describe("S12: the right time through every clock change", () => {
  it("in 40 zones over 8 years, on the days around each change and at every half hour of them", () => {
    let changes = 0;
    let wrong = 0;
    for (const zone of zones) {
      for (let day = aDay("2022-01-01"); day < "2030-01-01"; day = addDays(day, 1)) {
        const noon = Date.parse(`${day}T12:00:00Z`);
        const changed = offset(noon, zone) !== offset(noon + 86_400_000, zone);
        if (!changed) continue;
        changes += 1;
        for (const near of [day, addDays(day, 1)]) {
          for (let minutes = 0; minutes < 1440; minutes += 30) {
            const truth = instantsShowing(near, minutes, zone);
            const { instant, odd } = instantAt(near, minutes, zone);
            const right =
              truth.length === 0
                ? odd === "skipped" && isShiftedForward(instant, minutes, zone, near)
                : instant === Math.min(...truth) && (odd === "twice") === truth.length > 1;
            if (!right) wrong += 1;
          }
        }
      }
    }
    expect(changes).toBeGreaterThan(300);
    expect(wrong).toBe(0);
  });
});

function offset(instant: number, zone: string): number {
  const { day, minutes } = wallTime(instant, zone);
  return Date.parse(`${day}T00:00:00Z`) + minutes * 60_000 - instant;
}

function isShiftedForward(instant: number, minutes: number, zone: string, day: string): boolean {
  const shown = wallTime(instant, zone);
  const late =
    (Date.parse(`${shown.day}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 60_000 + shown.minutes - minutes;
  return late > 0 && late <= 24 * 60;
}
