import { describe, expect, it } from "vitest";
import { meantKey } from "./keys.ts";

const keys = [
  { keys: "?", does: "Show the keys" },
  { keys: "g h", does: "Go to Home" },
  { keys: "h", does: "Hide the card" },
];

describe("a pressed key", () => {
  it.each([
    ["alone", "?", undefined, "Show the keys"],
    ["as the second of two", "h", "g", "Go to Home"],
    ["alone, though it is also a second one", "h", undefined, "Hide the card"],
    ["after one that it does not follow", "h", "x", "Hide the card"],
    ["as a first of two, which waits", "g", undefined, undefined],
  ])("%s", (_, key, before, does) => {
    expect(meantKey(keys, key, before)?.does).toBe(does);
  });

  it("means what the screen on top bound last", () => {
    const both = [...keys, { keys: "h", does: "Hear it" }];
    expect(meantKey(both, "h", undefined)?.does).toBe("Hear it");
  });
});
