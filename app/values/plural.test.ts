import { expect, it } from "vitest";
import { inNumber } from "./plural.ts";

const people = { one: "# person", other: "# people" };

it.each([
  [1, "1 person"],
  [0, "0 people"],
  [12_340, "12,340 people"],
])("%i in English is %s", (count, words) => {
  expect(inNumber(count, people)).toBe(words);
});

it("takes the forms that a language has: one, a few, many", () => {
  const sessions = { one: "# sezení", few: "# sezení (několik)", other: "# sezení (mnoho)" };
  expect([1, 3, 5].map((count) => inNumber(count, sessions, "cs"))).toEqual([
    "1 sezení",
    "3 sezení (několik)",
    "5 sezení (mnoho)",
  ]);
});
