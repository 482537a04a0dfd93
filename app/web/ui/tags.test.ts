import { expect, it } from "vitest";
import { addTags } from "./tags.ts";

it.each([
  ["one", ["a"], "b", ["a", "b"]],
  ["several at once", [], "a, b\nc", ["a", "b", "c"]],
  ["none for blanks", ["a"], "  , ", ["a"]],
  ["none that is there in another case", ["Feedback"], "feedback", ["Feedback"]],
  ["with single spaces inside", [], "  leading   for the first time ", ["leading for the first time"]],
  ["no more than there may be", ["a", "b"], "c, d", ["a", "b", "c"]],
])("adding %s", (_, tags, typed, expected) => {
  expect(addTags(tags, typed, 3)).toEqual(expected);
});
