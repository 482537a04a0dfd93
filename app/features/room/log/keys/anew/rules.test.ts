import { expect, it } from "vitest";
import { dayLength, Instant, later } from "../../../../../values/instant.ts";
import { isTooSoon } from "./rules.ts";

const now = Instant.parse(Date.parse("2026-10-20T08:00:00Z"));
const before = (days: number) => later(now, -days * dayLength);

it.each([
  ["for the first time", [], [], false],
  ["for the third time in a week", [1, 2], [], false],
  ["for the fourth time in a week", [1, 2, 3], [], true],
  ["after three times, long ago", [8, 9, 10], [], false],
  ["a day after it was cancelled", [], [1], true],
  ["a week after it was cancelled", [], [7], false],
])("beginning anew %s", (_, begun, cancelled, tooSoon) => {
  expect(isTooSoon({ begun: begun.map(before), cancelled: cancelled.map(before) }, now)).toBe(tooSoon);
});
