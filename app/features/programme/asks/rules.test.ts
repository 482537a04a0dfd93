import { describe, expect, it } from "vitest";
import { askKinds, mostOpen, refuseAsk } from "./rules.ts";
import { kindText } from "./text.ts";

describe("P107: asking the programme", () => {
  it.each([
    ["another match, without a word of why", "another-match", "", 0, undefined],
    ["something else, said", "something-else", "Could we meet in the library?", 0, undefined],
    ["something else, unsaid", "something-else", "  ", 0, "no-words"],
    ["a sixth thing while five wait", "a-pause", "", mostOpen, "too-many-open"],
  ] as const)("%s", (_, kind, words, open, answer) => expect(refuseAsk(kind, words, open)).toBe(answer));

  it("has words for every choice", () => expect(Object.keys(kindText)).toEqual([...askKinds]));
});
