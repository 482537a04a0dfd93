import { describe, expect, it } from "vitest";
import { distance, nearest } from "./nearest.ts";

const words = ["setup", "import", "invite", "backup", "restore", "doctor", "help"];

describe("what somebody meant to type", () => {
  it.each([
    ["imprt", "import"],
    ["improt", "import"],
    ["IMPORT", "import"],
    ["invit", "invite"],
    ["docter", "doctor"],
    ["re", "restore"],
    ["hlep", "help"],
    ["frobnicate", undefined],
    ["x", undefined],
    ["", undefined],
  ])("%j is most like %s", (typed, word) => expect(nearest(typed, words)).toBe(word));

  it("counts signs added, left out, changed and swapped", () => {
    expect(distance("abc", "abc")).toBe(0);
    expect(distance("abc", "acb")).toBe(1);
    expect(distance("", "abc")).toBe(3);
    expect(distance("kitten", "sitting")).toBe(3);
  });
});
