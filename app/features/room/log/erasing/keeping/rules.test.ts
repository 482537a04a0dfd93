import { describe, expect, it } from "vitest";
import { dayLength, Instant, later } from "../../../../../values/instant.ts";
import { firstLook, lookAt } from "./rules.ts";

const closed = Instant.parse(Date.parse("2026-10-01T08:00:00Z"));
const day = (days: number) => later(closed, days * dayLength);
const look = (now: number, keptDays: number | undefined, told?: number) =>
  lookAt({ closed, told: told === undefined ? undefined : day(told) }, keptDays, day(now));

describe("a room that has ended", () => {
  it("is first looked at a month before it goes, or a month after it ended where nobody says when", () => {
    expect(firstLook(closed, 100)).toBe(day(70));
    expect(firstLook(closed, undefined)).toBe(day(30));
  });

  it.each([
    ["tells a month before", 70, 100, undefined, { is: "tell", goes: day(100) }],
    ["goes on its day, once both were told", 100, 100, 70, { is: "drop" }],
    ["waits for its day", 99, 100, 70, { is: "later", at: day(100), told: day(70) }],
    [
      "is kept while the operator says nothing",
      70,
      undefined,
      undefined,
      { is: "later", at: day(100), told: undefined },
    ],
    ["is kept where the setting was taken back", 100, undefined, 70, { is: "later", at: day(130), told: undefined }],
    ["tells anew where it is kept much longer now", 100, 365, 70, { is: "later", at: day(335), told: undefined }],
    ["does not tell twice for a few days more", 100, 120, 70, { is: "later", at: day(120), told: day(70) }],
    ["is told of for a month, however late the setting came", 300, 100, undefined, { is: "tell", goes: day(330) }],
    ["and stays until then", 329, 100, 300, { is: "later", at: day(330), told: day(300) }],
    ["and goes then", 330, 100, 300, { is: "drop" }],
  ])("%s", (_, now, keptDays, told, found) => {
    expect(look(now, keptDays, told)).toEqual(found);
  });
});
