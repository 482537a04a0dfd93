import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { lines } from "../timeline/lines.tsx";
import { kindGroups } from "../timeline/kinds/rules.ts";
import { adviceSources, refuseAdvice } from "./rules.ts";
import { sourceText } from "./said/text.ts";
import { AdviceGiven } from "./schema.ts";
import { adviceText } from "./text.ts";

describe("P05: advice", () => {
  it("is lived, seen, read or a guess, and says which to whoever reads it", () => {
    expect(adviceSources.map((from) => sourceText[from])).toEqual([
      "Advice, lived",
      "Advice, seen",
      "Advice, read",
      "Advice, a guess",
    ]);
    expect(lines.filter(({ type, isShown }) => type === "advice.given" && isShown)).toHaveLength(1);
  });
  it.each([
    ["without words", "  ", "lived", "nothing-written"],
    ["without a source", "Ask him first", "", "no-source"],
    ["as a guess", "Ask him first", "guess", undefined],
  ] as const)("%s: %s", (_story, text, from, answer) => {
    expect(refuseAdvice(text, from)).toBe(answer);
  });
  it("P05 never is judged or checked: it has its words, its source, and nothing beside them", () => {
    const advice = { text: "Ask him first", from: "lived" };
    expect(z.safeParse(AdviceGiven.payload, advice).success).toBe(true);
    for (const name of ["checked", "correct", "confidence", "helpful"])
      expect(z.safeParse(AdviceGiven.payload, { ...advice, [name]: true }).success).toBe(false);
  });
});

it("P68: the form offers three questions before one suggestion", () => {
  expect(adviceText.three).toBe("Three questions before one suggestion");
});

it("P67: advice sits last, after the story", () => {
  const kindNames = Object.values(kindGroups).flat();
  expect(kindNames.at(-1)).toBe("advice");
  expect(kindNames.indexOf("story")).toBeLessThan(kindNames.indexOf("advice"));
});

it("P102: says whether its writer will do it too, and that it is then theirs to do", () => {
  expect(z.safeParse(AdviceGiven.payload, { text: "Ask him first", from: "seen", too: true }).success).toBe(true);
  expect(adviceText.tooHint).toMatch(/commitments, as yours/);
});
