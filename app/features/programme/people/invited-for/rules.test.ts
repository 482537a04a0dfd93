import { expect, it } from "vitest";
import { mostTopics, topicsFrom } from "./rules.ts";

it("P98 takes from what Emil offers as much as one sentence holds, each topic once", () => {
  const offered = ["hiring", "hiring", "x".repeat(121), "a", "b", "c", "d", "e", "f"];
  expect(topicsFrom(offered)).toEqual(["hiring", "a", "b", "c", "d", "e"]);
  expect(topicsFrom(offered)).toHaveLength(mostTopics);
  expect(topicsFrom([])).toEqual([]);
});
