import { expect, it } from "vitest";
import { dayLength, Instant, later } from "../../../../../values/instant.ts";
import { waitsUntil } from "./rules.ts";

const now = Instant.parse(Date.parse("2026-10-20T08:00:00Z"));
const before = (days: number) => later(now, -days * dayLength);

it.each([
  ["for the first time", [], [], undefined],
  ["for the third time in a week", [1, 2], [], undefined],
  ["for the fourth time in a week", [1, 2, 3], [], 4],
  ["for the sixth time in a week, the three newest count", [3, 1, 5, 2, 4], [], 4],
  ["after three times, long ago", [8, 9, 10], [], undefined],
  ["a day after it was cancelled", [], [1], 6],
  ["a week after it was cancelled", [], [7], undefined],
  ["where it was cancelled and begun often, the longer wait counts", [1, 2, 6], [2], 5],
])("beginning anew %s", (_, begun, cancelled, waitsDays) => {
  const end = waitsUntil({ begun: begun.map(before), cancelled: cancelled.map(before) }, now);
  expect(end).toBe(waitsDays === undefined ? undefined : before(-waitsDays));
});
