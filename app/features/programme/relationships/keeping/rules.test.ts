import { expect, it } from "vitest";
import { aDay } from "../../../../values/day.ts";
import { keptUntil } from "./rules.ts";

it.each([
  ["while the pair lives", null, 90, "2026-10-01", undefined],
  ["where the operator says nothing", "2026-10-01", undefined, "2026-10-02", undefined],
  ["the day after the ending", "2026-10-01", 90, "2026-10-02", "2026-12-30"],
  ["on its last day", "2026-10-01", 90, "2026-12-30", "2026-12-30"],
  ["once it is over", "2026-10-01", 90, "2026-12-31", undefined],
])("an ended room is kept until a day: %s", (_, endedOn, days, today, until) => {
  expect(keptUntil(endedOn === null ? null : aDay(endedOn), days, aDay(today))).toBe(until);
});
