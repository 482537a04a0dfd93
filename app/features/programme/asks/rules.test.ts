import { describe, expect, it } from "vitest";
import { askKinds, mostOpen, refuseAsk, wordsAbout } from "./rules.ts";
import { kindText } from "./text.ts";

describe("P107: asking the programme", () => {
  it.each([
    ["another match, without a word of why", "another-match", "", 0, undefined],
    ["something else, said", "something-else", "Could we meet in the library?", 0, undefined],
    ["something else, unsaid", "something-else", "  ", 0, "no-words"],
    ["a sixth thing while five wait", "a-pause", "", mostOpen, "too-many-open"],
  ] as const)("%s", (_, kind, words, open, answer) => expect(refuseAsk(kind, words, open)).toBe(answer));

  it("names the person whom it is about only where somebody chose to", () => {
    expect(wordsAbout("", "cannot-reach", "Twice I had no answer.")).toBe("Twice I had no answer.");
    expect(wordsAbout("Nia", "cannot-reach", "Twice I had no answer.")).toBe("About Nia. Twice I had no answer.");
    expect(wordsAbout("Nia", "cannot-reach", "  ")).toBe("About Nia.");
    expect(wordsAbout("Nia", "something-else", "  ")).toBe("  ");
  });

  it("has words for every choice", () => expect(Object.keys(kindText)).toEqual([...askKinds]));
});
