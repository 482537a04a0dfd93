import { expect, it } from "vitest";
import { inFigures, minutesOf } from "./clock.ts";

it.each([
  [0, "00:00"],
  [485, "08:05"],
  [1439, "23:59"],
])("%i minutes after midnight are %s, there and back", (minutes, figures) => {
  expect(inFigures(minutes)).toBe(figures);
  expect(minutesOf(figures)).toBe(minutes);
});

it("a time control that is unset or half typed gives no time", () => {
  expect([minutesOf(""), minutesOf("8"), minutesOf("--:30")]).toEqual([undefined, undefined, undefined]);
  expect(minutesOf("14:30:15")).toBe(870);
});
